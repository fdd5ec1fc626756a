using Dapper;
using Dialog.Storage.Conversations;

namespace Dialog.Storage.Digests;

/// <summary>What happened to a bot in a time, out of its conversations' logs.</summary>
public sealed class FigureStore(Database database)
{
    // A question may have been asked a little before its conversation was handed off.
    private const long RunUp = 60 * 60 * 1000;

    /// <summary>Counts a bot's conversations in which a visitor wrote from one moment to another.</summary>
    public Task<DigestCounts> CountAsync(string botId, Timestamp from, Timestamp to, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleAsync<DigestCounts>(
                """
                SELECT COUNT(*) AS Conversations, COALESCE(SUM(messages), 0) AS Messages, COALESCE(SUM(person), 0) AS HandedOff
                FROM (
                    SELECT SUM(CASE WHEN e.kind = 'message' AND e.author = 'visitor' THEN 1 ELSE 0 END) AS messages,
                        MAX(CASE WHEN e.kind = 'handoff' OR e.author = 'agent' THEN 1 ELSE 0 END) AS person
                    FROM conversations v JOIN events e ON e.conversation_id = v.id
                    WHERE v.bot_id = @botId AND v.updated_at >= @from AND e.at >= @from AND e.at < @to
                    GROUP BY v.id
                ) AS spoken WHERE messages > 0
                """,
                new { botId, from, to }),
            cancellation);

    /// <summary>
    /// The events of a bot's conversations that were handed off from one moment to another, conversation by
    /// conversation, each in its order, from an hour before the first moment on.
    /// </summary>
    public Task<IReadOnlyList<LoggedEvent>> HandedOffAsync(string botId, Timestamp from, Timestamp to, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<LoggedEvent>>(
            async c =>
            [
                .. await c.QueryAsync<LoggedEvent>(
                    """
                    SELECT e.conversation_id AS ConversationId, e.sequence AS Sequence, e.at AS At, e.kind AS Kind, e.author AS Author,
                        e.text AS Text, e.data AS Data
                    FROM conversations v JOIN events e ON e.conversation_id = v.id
                    WHERE v.bot_id = @botId AND v.updated_at >= @from AND e.at >= @since AND e.at < @to AND EXISTS (
                        SELECT 1 FROM events h
                        WHERE h.conversation_id = v.id AND h.kind = 'handoff' AND h.at >= @from AND h.at < @to)
                    ORDER BY e.conversation_id, e.sequence
                    """,
                    new { botId, from, to, since = new Timestamp(from.Milliseconds - RunUp) }),
            ],
            cancellation);
}

/// <summary>How much was said to a bot, and how much of it needed a person.</summary>
public sealed record DigestCounts
{
    /// <summary>Conversations in which a visitor wrote.</summary>
    public int Conversations { get; init; }

    /// <summary>What visitors wrote.</summary>
    public int Messages { get; init; }

    /// <summary>Conversations among them that were handed off, or in which an agent did something.</summary>
    public int HandedOff { get; init; }
}

/// <summary>An event with the conversation it belongs to.</summary>
public sealed record LoggedEvent
{
    public string ConversationId { get; init; } = "";

    public long Sequence { get; init; }

    public Timestamp At { get; init; }

    /// <summary>One of <see cref="EventKinds"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>One of <see cref="Authors"/>.</summary>
    public string Author { get; init; } = "";

    public string? Text { get; init; }

    public string? Data { get; init; }
}
