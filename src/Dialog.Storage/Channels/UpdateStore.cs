using Dapper;

namespace Dialog.Storage.Channels;

/// <summary>
/// What messengers handed over: each update is kept once, however often it comes, and waits until it was taken.
/// </summary>
public sealed class UpdateStore(Database database, TimeProvider clock)
{
    /// <summary>Keeps a batch, all or nothing; when this ends it is on the disk and may be confirmed.</summary>
    /// <returns>Those that had not come before, in order.</returns>
    public Task<IReadOnlyList<ReceivedUpdate>> StoreAsync(
        Channel channel, IReadOnlyList<ReceivedUpdate> updates, CancellationToken cancellation = default) =>
        database.WriteAsync<IReadOnlyList<ReceivedUpdate>>(
            async c =>
            {
                var now = Timestamp.Now(clock);
                var fresh = new List<ReceivedUpdate>(updates.Count);
                foreach (var update in updates)
                {
                    var added = await c.ExecuteAsync(
                        """
                        INSERT INTO updates (channel_id, update_id, bot_id, chat, message, body, received_at)
                        VALUES (@channel, @UpdateId, @bot, @Chat, @Message, @Body, @now)
                        ON CONFLICT (channel_id, update_id) DO NOTHING
                        """,
                        new { channel = channel.Id, update.UpdateId, bot = channel.BotId, update.Chat, update.Message, update.Body, now });
                    if (added == 1)
                        fresh.Add(update);
                }

                await c.ExecuteAsync("UPDATE channels SET last_update_at = @now WHERE id = @Id", new { channel.Id, now });
                return fresh;
            },
            cancellation: cancellation);

    /// <summary>The chats in which something waits.</summary>
    public Task<IReadOnlyList<long>> ChatsWaitingAsync(string channelId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<long>>(
            async c => [.. await c.QueryAsync<long>("SELECT DISTINCT chat FROM updates WHERE channel_id = @channelId AND taken_at IS NULL", new { channelId })],
            cancellation);

    /// <summary>What waits in a chat, in the order it happened.</summary>
    public Task<IReadOnlyList<ReceivedUpdate>> WaitingAsync(string channelId, long chat, int limit, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<ReceivedUpdate>>(
            async c =>
            [
                .. await c.QueryAsync<ReceivedUpdate>(
                    """
                    SELECT update_id AS UpdateId, chat AS Chat, message AS Message, body AS Body FROM updates
                    WHERE channel_id = @channelId AND chat = @chat AND taken_at IS NULL ORDER BY update_id LIMIT @limit
                    """,
                    new { channelId, chat, limit }),
            ],
            cancellation);

    /// <summary>Marks an update as worked off; its body goes, unless it is kept for who looks into why it failed.</summary>
    public Task TakenAsync(string channelId, long updateId, bool keepBody = false, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                """
                UPDATE updates SET taken_at = @now, body = CASE WHEN @keepBody THEN body ELSE NULL END
                WHERE channel_id = @channelId AND update_id = @updateId
                """,
                new { channelId, updateId, keepBody, now = Timestamp.Now(clock) }),
            cancellation);

    /// <summary>The update that first brought a message; null when it is forgotten or never came.</summary>
    public Task<long?> OfMessageAsync(string channelId, long chat, long message, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.ExecuteScalarAsync<long?>(
                "SELECT MIN(update_id) FROM updates WHERE channel_id = @channelId AND chat = @chat AND message = @message",
                new { channelId, chat, message }),
            cancellation);

    /// <summary>Forgets what was taken and came before a moment.</summary>
    public Task<int> PruneAsync(Timestamp before, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync("DELETE FROM updates WHERE received_at < @before AND taken_at IS NOT NULL", new { before }),
            cancellation: cancellation);
}
