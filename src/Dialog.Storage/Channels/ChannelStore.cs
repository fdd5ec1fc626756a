using Dapper;

namespace Dialog.Storage.Channels;

/// <summary>The rows of connected accounts.</summary>
public sealed class ChannelStore(Database database)
{
    private const string Columns = """
        id AS Id, bot_id AS BotId, provider AS Provider, account AS Account, name AS Name, username AS Username, token AS Token,
        base_address AS BaseAddress, file_address AS FileAddress, proxy AS Proxy, receiving AS Receiving,
        public_address AS PublicAddress, hook_key AS HookKey, hook_secret AS HookSecret, is_on AS IsOn,
        picture IS NOT NULL AS HasPicture, connected_at AS ConnectedAt, last_update_at AS LastUpdateAt
        """;

    /// <summary>All accounts of all bots, for a start.</summary>
    public Task<IReadOnlyList<Channel>> AllAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Channel>>(
            async c => [.. await c.QueryAsync<Channel>($"SELECT {Columns} FROM channels ORDER BY connected_at, id")], cancellation);

    public Task<IReadOnlyList<Channel>> OfBotAsync(string botId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Channel>>(
            async c => [.. await c.QueryAsync<Channel>($"SELECT {Columns} FROM channels WHERE bot_id = @botId ORDER BY connected_at, id", new { botId })],
            cancellation);

    public Task<Channel?> FindAsync(string botId, string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<Channel>($"SELECT {Columns} FROM channels WHERE id = @id AND bot_id = @botId", new { id, botId }),
            cancellation);

    /// <summary>Connects an account, unless it or one of its messenger is connected already.</summary>
    public Task<Connected> AddAsync(Channel channel, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                if (await c.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM channels WHERE bot_id = @BotId AND provider = @Provider)", channel))
                    return Connected.ProviderTaken;
                var added = await c.ExecuteAsync(
                    """
                    INSERT INTO channels (id, bot_id, provider, account, name, username, token, base_address, file_address, proxy,
                        receiving, public_address, hook_key, hook_secret, is_on, connected_at)
                    VALUES (@Id, @BotId, @Provider, @Account, @Name, @Username, @Token, @BaseAddress, @FileAddress, @Proxy,
                        @Receiving, @PublicAddress, @HookKey, @HookSecret, @IsOn, @ConnectedAt)
                    ON CONFLICT (provider, account) DO NOTHING
                    """,
                    channel);
                return added == 1 ? Connected.Yes : Connected.AccountTaken;
            },
            cancellation: cancellation);

    /// <summary>Saves what an owner may change, and the account's present name.</summary>
    public Task UpdateAsync(Channel channel, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                """
                UPDATE channels SET name = @Name, username = @Username, token = @Token, base_address = @BaseAddress,
                    file_address = @FileAddress, proxy = @Proxy, receiving = @Receiving, public_address = @PublicAddress,
                    is_on = @IsOn
                WHERE id = @Id AND bot_id = @BotId
                """,
                channel),
            cancellation);

    /// <summary>Keeps the hashes of a webhook's new secrets.</summary>
    public Task SaveHookAsync(string botId, string id, string key, string secret, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                "UPDATE channels SET hook_key = @key, hook_secret = @secret WHERE id = @id AND bot_id = @botId", new { botId, id, key, secret }),
            cancellation);

    /// <summary>Forgets an account with its chats and updates; the conversations stay.</summary>
    public Task RemoveAsync(string botId, string id, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                var names = new { id, botId };
                await c.ExecuteAsync("DELETE FROM deliveries WHERE bot_id = @botId AND chat_id IN (SELECT k.id FROM chats k WHERE k.channel_id = @id)", names);
                await c.ExecuteAsync("DELETE FROM chats WHERE channel_id = @id AND bot_id = @botId", names);
                await c.ExecuteAsync("DELETE FROM updates WHERE channel_id = @id AND bot_id = @botId", names);
                await c.ExecuteAsync("DELETE FROM channels WHERE id = @id AND bot_id = @botId", names);
            },
            cancellation);

    public Task<byte[]?> PictureAsync(string botId, string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.ExecuteScalarAsync<byte[]?>("SELECT picture FROM channels WHERE id = @id AND bot_id = @botId", new { id, botId }),
            cancellation);

    public Task SavePictureAsync(string botId, string id, byte[] picture, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync("UPDATE channels SET picture = @picture WHERE id = @id AND bot_id = @botId", new { id, botId, picture }),
            cancellation);

    /// <summary>Counts what people and the bot have said that is not sent yet, and what failed for good.</summary>
    public Task<ChannelLoad> LoadAsync(string botId, string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleAsync<ChannelLoad>(
                """
                SELECT
                    (SELECT COUNT(*) FROM chats k JOIN events e ON e.conversation_id = k.conversation_id AND e.sequence > k.sent
                        WHERE k.channel_id = @id AND k.bot_id = @botId AND e.kind = 'message' AND e.author <> 'visitor')
                    + (SELECT COUNT(*) FROM deliveries d JOIN chats k ON k.id = d.chat_id
                        WHERE k.channel_id = @id AND k.bot_id = @botId AND d.state = 'delayed' AND d.sequence <= k.sent) AS Waiting,
                    (SELECT COUNT(*) FROM deliveries d JOIN chats k ON k.id = d.chat_id
                        WHERE k.channel_id = @id AND k.bot_id = @botId AND d.state = 'failed') AS Failed
                """,
                new { id, botId }),
            cancellation);
}
