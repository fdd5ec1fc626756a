using System.Data.Common;
using Dapper;
using Dialog.Storage.Feedback;

namespace Dialog.Storage.Conversations;

/// <summary>
/// Append-only logs of conversations. An append is one transaction: the event and what follows from it, numbered
/// 1, 2, 3 … without a hole; the same client id again gives what it gave the first time.
/// </summary>
public sealed class ConversationLog(Database database, ConversationFeed feed, TimeProvider clock)
{
    private const string EventColumns = """
        sequence AS Sequence, at AS At, kind AS Kind, author AS Author, author_id AS AuthorId,
        author_name AS AuthorName, client_id AS ClientId, text AS Text, data AS Data
        """;

    /// <summary>Appends what <paramref name="decide"/> makes of the conversation's present state.</summary>
    /// <param name="botId">The bot the conversation must belong to.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="clientId">The sender's own id of this send, kept at the first event; null for what nobody repeats.</param>
    /// <param name="decide">The events to append, the sender's first; none refuses the append. Runs inside the transaction.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>Null when the bot has no such conversation.</returns>
    public Task<Appended?> AppendAsync(
        string botId,
        string conversationId,
        string? clientId,
        Func<Moment, IReadOnlyList<NewEvent>> decide,
        CancellationToken cancellation = default) =>
        AppendAsync(botId, conversationId, clientId, about: null, decide, cancellation);

    /// <summary>Appends what follows from a press on a message of the bot. See the overload without it.</summary>
    /// <param name="botId">The bot the conversation must belong to.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="clientId">The sender's own id of this press.</param>
    /// <param name="about">The bot's message; <see cref="Moment.IsPressed"/> tells of earlier presses on it.</param>
    /// <param name="decide">The events to append, the sender's first; none refuses the append.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>Null when the bot has no such conversation.</returns>
    public Task<Appended?> AppendAsync(
        string botId,
        string conversationId,
        string? clientId,
        long? about,
        Func<Moment, IReadOnlyList<NewEvent>> decide,
        CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                var head = await ConversationStore.FindAsync(c, botId, conversationId);
                if (head is null)
                    return null;
                if (clientId is not null && await RepeatedAsync(c, conversationId, clientId) is { } former)
                    return new Appended(head, [former], IsRepeat: true);

                var decided = decide(await MomentAsync(c, head, about));
                var now = Timestamp.Now(clock);
                var events = new List<ConversationEvent>(decided.Count);
                foreach (var next in decided)
                {
                    var entry = Numbered(next, head.Last + 1, now, events.Count == 0 ? clientId : null);
                    head = head.Apply(entry);
                    events.Add(entry);
                    if (next.Feedback is { } given)
                        await FeedbackStore.AddAsync(c, botId, conversationId, now, given);
                }

                await InsertAsync(c, botId, conversationId, events);
                await ConversationStore.SaveHeadAsync(c, head);
                return new Appended(head, events, IsRepeat: false);
            },
            committed: appended =>
            {
                if (appended is { IsRepeat: false, Events.Count: > 0 })
                    feed.Publish(appended);
            },
            cancellation);

    /// <summary>Events after a sequence number, oldest first, a page at most.</summary>
    public Task<IReadOnlyList<ConversationEvent>> AfterAsync(
        string botId, string conversationId, long after, int limit, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<ConversationEvent>>(
            async c =>
            [
                .. await c.QueryAsync<ConversationEvent>(
                    $"""
                    SELECT {EventColumns} FROM events
                    WHERE conversation_id = @conversationId AND bot_id = @botId AND sequence > @after
                    ORDER BY sequence LIMIT @limit
                    """,
                    new { botId, conversationId, after, limit }),
            ],
            cancellation);

    /// <summary>One event; null when the bot has no such conversation or it has not grown so far.</summary>
    public Task<ConversationEvent?> FindAsync(string botId, string conversationId, long sequence, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<ConversationEvent>(
                $"SELECT {EventColumns} FROM events WHERE conversation_id = @conversationId AND bot_id = @botId AND sequence = @sequence",
                new { botId, conversationId, sequence }),
            cancellation);

    /// <summary>
    /// What visitors of a bot said last while no agent had their conversation, newest first: from its most recent
    /// conversations, at most as many of them as messages.
    /// </summary>
    public Task<IReadOnlyList<ConversationEvent>> SaidToBotAsync(string botId, int limit, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<ConversationEvent>>(
            async c =>
            [
                .. await c.QueryAsync<ConversationEvent>(
                    $"""
                    SELECT {EventColumns} FROM events said
                    WHERE conversation_id IN (SELECT id FROM conversations WHERE bot_id = @botId ORDER BY updated_at DESC LIMIT @limit)
                        AND bot_id = @botId AND kind = 'message' AND author = 'visitor'
                        AND COALESCE((
                            SELECT kind FROM events moved
                            WHERE moved.conversation_id = said.conversation_id AND moved.sequence < said.sequence
                                AND moved.kind IN ('handoff', 'taken', 'returned', 'closed')
                            ORDER BY moved.sequence DESC LIMIT 1), '') <> 'taken'
                    ORDER BY at DESC, conversation_id, sequence DESC LIMIT @limit
                    """,
                    new { botId, limit }),
            ],
            cancellation);

    /// <summary>The visitor's last message at or before a sequence number.</summary>
    public Task<ConversationEvent?> LastOfVisitorAsync(
        string botId, string conversationId, long until, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QueryFirstOrDefaultAsync<ConversationEvent>(
                $"""
                SELECT {EventColumns} FROM events
                WHERE conversation_id = @conversationId AND bot_id = @botId AND sequence <= @until AND author = 'visitor'
                ORDER BY sequence DESC LIMIT 1
                """,
                new { botId, conversationId, until }),
            cancellation);

    /// <summary>The changes of messages after a sequence number, oldest first.</summary>
    public Task<IReadOnlyList<ConversationEvent>> EditsAfterAsync(
        string botId, string conversationId, long after, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<ConversationEvent>>(
            async c =>
            [
                .. await c.QueryAsync<ConversationEvent>(
                    $"""
                    SELECT {EventColumns} FROM events
                    WHERE conversation_id = @conversationId AND bot_id = @botId AND sequence > @after AND kind = 'edited'
                    ORDER BY sequence
                    """,
                    new { botId, conversationId, after }),
            ],
            cancellation);

    /// <summary>The event a sender's own id was given to.</summary>
    public Task<ConversationEvent?> FindByClientIdAsync(
        string botId, string conversationId, string clientId, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<ConversationEvent>(
                $"SELECT {EventColumns} FROM events WHERE conversation_id = @conversationId AND bot_id = @botId AND client_id = @clientId",
                new { botId, conversationId, clientId }),
            cancellation);

    private static ConversationEvent Numbered(NewEvent next, long sequence, Timestamp at, string? clientId) => new()
    {
        Sequence = sequence,
        At = at,
        Kind = next.Kind,
        Author = next.Author,
        AuthorId = next.AuthorId,
        AuthorName = next.AuthorName,
        ClientId = clientId,
        Text = next.Text,
        Data = next.Data,
    };

    private static Task<ConversationEvent?> RepeatedAsync(DbConnection c, string conversationId, string clientId) =>
        c.QuerySingleOrDefaultAsync<ConversationEvent>(
            $"SELECT {EventColumns} FROM events WHERE conversation_id = @conversationId AND client_id = @clientId",
            new { conversationId, clientId });

    private static async Task<Moment> MomentAsync(DbConnection c, Conversation head, long? about) =>
        new(
            head,
            await c.ExecuteScalarAsync<int>(
                "SELECT COUNT(*) FROM conversations WHERE bot_id = @BotId AND state = 'waiting'", head),
            head.UnansweredSince is null ? [] : await UnansweredAsync(c, head.Id))
        {
            SaidBefore = head.State == ConversationStates.Bot ? await SaidBeforeAsync(c, head.Id) : null,
            IsPressed = about is { } sequence && await FeedbackStore.IsGivenAsync(c, head.Id, sequence),
        };

    private static Task<ConversationEvent?> SaidBeforeAsync(DbConnection c, string conversationId) =>
        c.QueryFirstOrDefaultAsync<ConversationEvent>(
            $"""
            SELECT {EventColumns} FROM events
            WHERE conversation_id = @conversationId AND author <> 'visitor' ORDER BY sequence DESC LIMIT 1
            """,
            new { conversationId });

    private static async Task<IReadOnlyList<string>> UnansweredAsync(DbConnection c, string conversationId) =>
    [
        .. await c.QueryAsync<string>(
            """
            SELECT text FROM events
            WHERE conversation_id = @conversationId AND sequence > COALESCE((
                SELECT MAX(sequence) FROM events
                WHERE conversation_id = @conversationId AND NOT (kind IN ('message', 'edited') AND author = 'visitor')), 0)
            ORDER BY sequence
            """,
            new { conversationId }),
    ];

    private static Task InsertAsync(DbConnection c, string botId, string conversationId, List<ConversationEvent> events) =>
        c.ExecuteAsync(
            """
            INSERT INTO events (conversation_id, sequence, bot_id, at, kind, author, author_id, author_name, client_id, text, data)
            VALUES (@conversationId, @Sequence, @botId, @At, @Kind, @Author, @AuthorId, @AuthorName, @ClientId, @Text, @Data)
            """,
            events.Select(e => new
            {
                conversationId, e.Sequence, botId, e.At, e.Kind, e.Author, e.AuthorId, e.AuthorName, e.ClientId, e.Text, e.Data,
            }));
}

/// <summary>What an append did.</summary>
/// <param name="Conversation">The head after it.</param>
/// <param name="Events">The new events, the sender's first; on a repeat the sender's event of the first time.</param>
/// <param name="IsRepeat">Whether this client id had been appended before.</param>
public sealed record Appended(Conversation Conversation, IReadOnlyList<ConversationEvent> Events, bool IsRepeat);

/// <summary>What is so at the moment of an append, inside its transaction.</summary>
/// <param name="Conversation">The head.</param>
/// <param name="Waiting">Conversations of the bot that wait for a person.</param>
/// <param name="Unanswered">The visitor's last messages while the bot waits for their continuation, oldest first.</param>
public sealed record Moment(Conversation Conversation, int Waiting, IReadOnlyList<string> Unanswered)
{
    /// <summary>The last event that was not the visitor's, while the conversation is with the bot.</summary>
    public ConversationEvent? SaidBefore { get; init; }

    /// <summary>Whether a press on the message the append is about has been counted before.</summary>
    public bool IsPressed { get; init; }
}
