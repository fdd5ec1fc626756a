using Dapper;

namespace Dialog.Storage.Bots;

/// <summary>The rows of teams and of the invitations into them.</summary>
public sealed class MemberStore(Database database, TimeProvider clock)
{
    private const string Columns = """
        m.bot_id AS BotId, m.user_id AS UserId, m.role AS Role, u.name AS Name, u.email AS Email, u.language AS Language
        """;

    public Task<Member?> FindAsync(string botId, string userId, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<Member>(
                $"SELECT {Columns} FROM members m JOIN users u ON u.id = m.user_id WHERE m.bot_id = @botId AND m.user_id = @userId",
                new { botId, userId }),
            cancellation);

    public Task<IReadOnlyList<Member>> ListAsync(string botId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Member>>(
            async c =>
            [
                .. await c.QueryAsync<Member>(
                    $"SELECT {Columns} FROM members m JOIN users u ON u.id = m.user_id WHERE m.bot_id = @botId ORDER BY m.created_at, u.id",
                    new { botId }),
            ],
            cancellation);

    /// <summary>Takes a person out of the team.</summary>
    /// <returns>False when this is the last owner, who stays.</returns>
    public Task<bool> RemoveAsync(string botId, string userId, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c => await c.ExecuteAsync(
                """
                DELETE FROM members WHERE bot_id = @botId AND user_id = @userId AND (role <> 'owner'
                    OR (SELECT COUNT(*) FROM members o WHERE o.bot_id = @botId AND o.role = 'owner') > 1)
                """,
                new { botId, userId }) == 1,
            cancellation: cancellation);

    public Task InviteAsync(string token, string botId, string role, string invitedBy, Timestamp expiresAt, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                """
                INSERT INTO invitations (token_hash, bot_id, role, invited_by, expires_at)
                VALUES (@hash, @botId, @role, @invitedBy, @expiresAt)
                """,
                new { hash = RandomId.Hash(token), botId, role, invitedBy, expiresAt }),
            cancellation);

    /// <summary>The invitation behind a token; null when there is none, or when it was used or is too old.</summary>
    public Task<Invitation?> FindInvitationAsync(string token, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<Invitation>(
                """
                SELECT i.bot_id AS BotId, b.name AS BotName, i.role AS Role, u.name AS InvitedBy
                FROM invitations i JOIN bots b ON b.id = i.bot_id JOIN users u ON u.id = i.invited_by
                WHERE i.token_hash = @hash AND i.expires_at > @now
                """,
                new { hash = RandomId.Hash(token), now = Timestamp.Now(clock) }),
            cancellation);

    /// <summary>Uses an invitation up. Who is a member already keeps the higher role.</summary>
    /// <returns>The bot joined; null as in <see cref="FindInvitationAsync"/>.</returns>
    public Task<string?> AcceptAsync(string token, string userId, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                var now = Timestamp.Now(clock);
                var hash = RandomId.Hash(token);
                var invitation = await c.QuerySingleOrDefaultAsync<Invitation>(
                    "SELECT bot_id AS BotId, role AS Role FROM invitations WHERE token_hash = @hash AND expires_at > @now",
                    new { hash, now });
                if (invitation is null)
                    return null;

                await c.ExecuteAsync("DELETE FROM invitations WHERE token_hash = @hash", new { hash });
                await c.ExecuteAsync(
                    """
                    INSERT INTO members (bot_id, user_id, role, created_at) VALUES (@BotId, @userId, @Role, @now)
                    ON CONFLICT (bot_id, user_id) DO UPDATE SET role = CASE WHEN members.role = 'owner' THEN 'owner' ELSE excluded.role END
                    """,
                    new { invitation.BotId, userId, invitation.Role, now });
                return invitation.BotId;
            },
            cancellation: cancellation);
}
