using System.Data.Common;
using Dapper;

namespace Dialog.Storage.Feedback;

/// <summary>The rows of feedback. They are written by the conversation's log, beside the event that gives it.</summary>
public sealed class FeedbackStore(Database database, TimeProvider clock)
{
    /// <summary>The newest feedback of a bot that nobody has dealt with.</summary>
    public Task<IReadOnlyList<OpenFeedback>> OpenAsync(string botId, int limit, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<OpenFeedback>>(
            async c =>
            [
                .. await c.QueryAsync<OpenFeedback>(
                    """
                    SELECT id AS Id, conversation_id AS ConversationId, kind AS Kind, text AS Text, intent_id AS IntentId, at AS At
                    FROM feedback WHERE bot_id = @botId AND settled_at IS NULL ORDER BY at DESC, id LIMIT @limit
                    """,
                    new { botId, limit }),
            ],
            cancellation);

    /// <summary>Notes what an owner made of these; what is settled already stays as it is.</summary>
    public Task SettleAsync(string botId, IReadOnlyList<string> ids, string end, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                "UPDATE feedback SET settled = @end, settled_at = @now WHERE id = @id AND bot_id = @botId AND settled_at IS NULL",
                ids.Select(id => new { id, botId, end, now = Timestamp.Now(clock) })),
            cancellation);

    /// <summary>Whether a press on this message has been counted.</summary>
    internal static async Task<bool> IsGivenAsync(DbConnection c, string conversationId, long sequence) =>
        await c.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM feedback WHERE conversation_id = @conversationId AND sequence = @sequence",
            new { conversationId, sequence }) > 0;

    internal static async Task AddAsync(DbConnection c, string botId, string conversationId, Timestamp at, NewFeedback given)
    {
        // Who picked an intent and then refused its answer did not mean it after all.
        if (given.Kind == FeedbackKinds.Rejected)
        {
            await c.ExecuteAsync(
                """
                UPDATE feedback SET settled = 'dismissed', settled_at = @at
                WHERE conversation_id = @conversationId AND kind = 'chosen' AND intent_id = @IntentId AND text = @Text
                    AND settled_at IS NULL
                """,
                new { conversationId, at, given.IntentId, given.Text });
        }

        await c.ExecuteAsync(
            """
            INSERT INTO feedback (id, bot_id, conversation_id, sequence, kind, text, intent_id, at)
            VALUES (@id, @botId, @conversationId, @Sequence, @Kind, @Text, @IntentId, @at)
            """,
            new { id = RandomId.New(), botId, conversationId, given.Sequence, given.Kind, given.Text, given.IntentId, at });
    }
}
