using Dapper;

namespace Dialog.Storage.Bots;

/// <summary>The rows of bots.</summary>
public sealed class BotStore(Database database)
{
    private const string Columns = """
        id AS Id, public_key AS PublicKey, name AS Name, language AS Language, greeting AS Greeting,
        wrong_share AS WrongShare, revision AS Revision, created_at AS CreatedAt
        """;

    public Task<Bot?> FindAsync(string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<Bot>($"SELECT {Columns} FROM bots WHERE id = @id", new { id }),
            cancellation);

    public Task<Bot?> FindByKeyAsync(string publicKey, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<Bot>($"SELECT {Columns} FROM bots WHERE public_key = @publicKey", new { publicKey }),
            cancellation);

    /// <summary>Adds a bot; a bot of the same public key stays as it is.</summary>
    /// <param name="bot">The new bot.</param>
    /// <param name="owner">Who owns it; null for a demo, which the server's first account will own.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>Whether it was added.</returns>
    public Task<bool> AddAsync(Bot bot, string? owner, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                var added = await c.ExecuteAsync(
                    """
                    INSERT INTO bots (id, public_key, name, language, greeting, wrong_share, revision, created_at)
                    VALUES (@Id, @PublicKey, @Name, @Language, @Greeting, @WrongShare, @Revision, @CreatedAt)
                    ON CONFLICT (public_key) DO NOTHING
                    """,
                    bot);
                if (added == 1 && owner is not null)
                    await c.ExecuteAsync(
                        "INSERT INTO members (bot_id, user_id, role, created_at) VALUES (@Id, @owner, 'owner', @CreatedAt)",
                        new { bot.Id, owner, bot.CreatedAt });
                return added == 1;
            },
            cancellation: cancellation);

    /// <summary>Changes what an owner may change: name, greeting, care. Null leaves a value as it is.</summary>
    public Task UpdateAsync(string id, string? name, string? greeting, double? wrongShare, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                """
                UPDATE bots SET name = COALESCE(@name, name), greeting = COALESCE(@greeting, greeting),
                    wrong_share = COALESCE(@wrongShare, wrong_share)
                WHERE id = @id
                """,
                new { id, name, greeting, wrongShare }),
            cancellation);

    /// <summary>The bots of a person, by name.</summary>
    public Task<IReadOnlyList<BotOfMember>> OfMemberAsync(string userId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<BotOfMember>>(
            async c =>
            [
                .. await c.QueryAsync<BotOfMember>(
                    """
                    SELECT b.id AS Id, b.name AS Name, b.language AS Language, m.role AS Role,
                        (SELECT COUNT(*) FROM conversations v WHERE v.bot_id = b.id AND v.state = 'waiting') AS Waiting
                    FROM members m JOIN bots b ON b.id = m.bot_id
                    WHERE m.user_id = @userId ORDER BY b.created_at, b.id
                    """,
                    new { userId }),
            ],
            cancellation);

    /// <summary>The bots whose newest model is older than their knowledge, or of another format.</summary>
    /// <param name="format">The format of models that can be read.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task<IReadOnlyList<string>> OutdatedAsync(int format, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async c =>
            [
                .. await c.QueryAsync<string>(
                    """
                    SELECT id FROM bots
                    WHERE revision > COALESCE((SELECT MAX(m.revision) FROM models m WHERE m.bot_id = bots.id), 0)
                        OR (SELECT m.format FROM models m WHERE m.bot_id = bots.id ORDER BY m.version DESC LIMIT 1) <> @format
                    ORDER BY created_at
                    """,
                    new { format }),
            ],
            cancellation);
}
