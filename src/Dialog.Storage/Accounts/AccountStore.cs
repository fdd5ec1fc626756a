using Dapper;

namespace Dialog.Storage.Accounts;

/// <summary>The rows of accounts.</summary>
public sealed class AccountStore(Database database)
{
    private const string Columns = """
        id AS Id, email AS Email, email_key AS EmailKey, name AS Name, language AS Language,
        password_hash AS PasswordHash, security_stamp AS SecurityStamp, failed_sign_ins AS FailedSignIns,
        locked_until AS LockedUntil, created_at AS CreatedAt
        """;

    public Task<Account?> FindAsync(string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<Account>($"SELECT {Columns} FROM users WHERE id = @id", new { id }),
            cancellation);

    public Task<Account?> FindByEmailAsync(string emailKey, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<Account>($"SELECT {Columns} FROM users WHERE email_key = @emailKey", new { emailKey }),
            cancellation);

    /// <summary>Adds an account. The first one of a server also owns the bots that nobody owns: the demo's.</summary>
    /// <returns>False when the address is taken.</returns>
    public Task<bool> AddAsync(Account account, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                var isFirst = !await c.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM users)");
                var added = await c.ExecuteAsync(
                    """
                    INSERT INTO users (id, email, email_key, name, language, password_hash, security_stamp, failed_sign_ins, locked_until, created_at)
                    VALUES (@Id, @Email, @EmailKey, @Name, @Language, @PasswordHash, @SecurityStamp, @FailedSignIns, @LockedUntil, @CreatedAt)
                    ON CONFLICT (email_key) DO NOTHING
                    """,
                    account);
                if (isFirst)
                    await c.ExecuteAsync(
                        """
                        INSERT INTO members (bot_id, user_id, role, created_at)
                        SELECT id, @Id, 'owner', @CreatedAt FROM bots
                        WHERE NOT EXISTS (SELECT 1 FROM members WHERE members.bot_id = bots.id)
                        """,
                        account);
                return added == 1;
            },
            cancellation: cancellation);

    public Task UpdateAsync(Account account, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                """
                UPDATE users SET email = @Email, email_key = @EmailKey, name = @Name, language = @Language,
                    password_hash = @PasswordHash, security_stamp = @SecurityStamp,
                    failed_sign_ins = @FailedSignIns, locked_until = @LockedUntil
                WHERE id = @Id
                """,
                account),
            cancellation);
}
