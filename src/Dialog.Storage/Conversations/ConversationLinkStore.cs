using System.Data.Common;
using Dapper;

namespace Dialog.Storage.Conversations;

/// <summary>Words that carry a conversation into a messenger once; only their hashes are kept.</summary>
public sealed class ConversationLinkStore(Database database, TimeProvider clock)
{
    public Task AddAsync(string botId, string conversationId, string word, Timestamp expiresAt, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                await c.ExecuteAsync("DELETE FROM conversation_links WHERE expires_at <= @now", new { now = Timestamp.Now(clock) });
                await c.ExecuteAsync(
                    """
                    INSERT INTO conversation_links (word_hash, bot_id, conversation_id, expires_at)
                    VALUES (@hash, @botId, @conversationId, @expiresAt)
                    """,
                    new { hash = RandomId.Hash(word), botId, conversationId, expiresAt });
            },
            cancellation);

    /// <summary>Takes a word, which works no second time.</summary>
    /// <returns>The conversation; null when this bot has given no such word, or it has been used or is too old.</returns>
    internal static Task<string?> TakeAsync(DbConnection c, string botId, string word, Timestamp now) =>
        c.QuerySingleOrDefaultAsync<string>(
            """
            DELETE FROM conversation_links WHERE word_hash = @hash AND bot_id = @botId AND expires_at > @now
            RETURNING conversation_id
            """,
            new { hash = RandomId.Hash(word), botId, now });
}
