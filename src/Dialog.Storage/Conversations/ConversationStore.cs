using System.Data.Common;
using Dapper;

namespace Dialog.Storage.Conversations;

/// <summary>The rows of visitors and of the heads of their conversations.</summary>
public sealed class ConversationStore(Database database, TimeProvider clock)
{
    private const string Columns = """
        v.id AS Id, v.bot_id AS BotId, b.language AS BotLanguage, v.visitor_id AS VisitorId, p.number AS VisitorNumber, v.channel AS Channel,
        v.state AS State, v.agent_id AS AgentId, v.agent_name AS AgentName, v.last AS Last, v.preview AS Preview,
        v.waiting_since AS WaitingSince, v.unanswered_since AS UnansweredSince, v.updated_at AS UpdatedAt,
        k.id AS ChatId, k.name AS PersonName, k.username AS PersonUsername, k.unreachable AS Unreachable
        """;

    // Of several messengers that carry a conversation, the one the person wrote by last.
    private const string From = """
        FROM conversations v JOIN visitors p ON p.id = v.visitor_id JOIN bots b ON b.id = v.bot_id
        LEFT JOIN chats k ON k.id = (SELECT o.id FROM chats o WHERE o.conversation_id = v.id ORDER BY o.seen_at DESC, o.id LIMIT 1)
        """;

    public Task<Conversation?> FindAsync(string botId, string id, CancellationToken cancellation = default) =>
        database.ReadAsync(c => FindAsync(c, botId, id), cancellation);

    /// <summary>The conversation of the visitor who holds this token for this bot.</summary>
    public Task<Conversation?> FindByTokenAsync(string botId, string token, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QueryFirstOrDefaultAsync<Conversation>(
                $"SELECT {Columns} {From} WHERE p.bot_id = @botId AND p.token_hash = @hash ORDER BY v.updated_at DESC LIMIT 1",
                new { botId, hash = RandomId.Hash(token) }),
            cancellation);

    /// <summary>The open conversations of a bot and those that moved since, the newest of them.</summary>
    public Task<IReadOnlyList<Conversation>> DeskAsync(string botId, Timestamp since, int limit, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Conversation>>(
            async c =>
            [
                .. await c.QueryAsync<Conversation>(
                    $"""
                    SELECT {Columns} {From}
                    WHERE v.bot_id = @botId AND v.last > 0 AND (v.state IN ('waiting', 'agent') OR v.updated_at >= @since)
                    ORDER BY CASE WHEN v.state IN ('waiting', 'agent') THEN 0 ELSE 1 END, v.updated_at DESC LIMIT @limit
                    """,
                    new { botId, since, limit }),
            ],
            cancellation);

    /// <summary>All conversations, of all bots, that wait for a person.</summary>
    public Task<IReadOnlyList<Conversation>> WaitingAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Conversation>>(
            async c => [.. await c.QueryAsync<Conversation>($"SELECT {Columns} {From} WHERE v.state = 'waiting'")],
            cancellation);

    /// <summary>All conversations, of all bots, in which a bot waits for a message's continuation.</summary>
    public Task<IReadOnlyList<Conversation>> UnansweredAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Conversation>>(
            async c => [.. await c.QueryAsync<Conversation>($"SELECT {Columns} {From} WHERE v.unanswered_since IS NOT NULL")],
            cancellation);

    /// <summary>Makes a visitor with an empty conversation.</summary>
    /// <param name="botId">The bot.</param>
    /// <param name="token">What the visitor will show to come back; only its hash is kept.</param>
    /// <param name="channel">Where the visitor comes from, such as <c>web</c>.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task<Conversation> BeginAsync(string botId, string token, string channel, CancellationToken cancellation = default) =>
        database.WriteAsync(c => BeginAsync(c, botId, token, channel, Timestamp.Now(clock)), cancellation: cancellation);

    internal static async Task<Conversation> BeginAsync(DbConnection c, string botId, string token, string channel, Timestamp now)
    {
        var number = 1 + await c.ExecuteScalarAsync<long>(
            "SELECT COALESCE(MAX(number), 0) FROM visitors WHERE bot_id = @botId", new { botId });
        var begun = new Conversation
        {
            BotId = botId, VisitorId = RandomId.New(), VisitorNumber = number, Channel = channel, UpdatedAt = now,
        };
        await c.ExecuteAsync(
            "INSERT INTO visitors (id, bot_id, number, token_hash, created_at) VALUES (@VisitorId, @BotId, @number, @hash, @now)",
            new { begun.VisitorId, begun.BotId, number, hash = RandomId.Hash(token), now });
        await c.ExecuteAsync(
            """
            INSERT INTO conversations (id, bot_id, visitor_id, channel, state, last, preview, updated_at)
            VALUES (@Id, @BotId, @VisitorId, @Channel, @State, @Last, @Preview, @UpdatedAt)
            """,
            begun);
        return begun;
    }

    internal static Task<Conversation?> FindAsync(DbConnection c, string botId, string id) =>
        c.QuerySingleOrDefaultAsync<Conversation>(
            $"SELECT {Columns} {From} WHERE v.id = @id AND v.bot_id = @botId", new { id, botId });

    internal static Task SaveHeadAsync(DbConnection c, Conversation head) =>
        c.ExecuteAsync(
            """
            UPDATE conversations SET state = @State, agent_id = @AgentId, agent_name = @AgentName, last = @Last,
                preview = @Preview, waiting_since = @WaitingSince, unanswered_since = @UnansweredSince, updated_at = @UpdatedAt
            WHERE id = @Id AND bot_id = @BotId
            """,
            head);
}
