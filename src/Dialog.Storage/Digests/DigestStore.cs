using Dapper;

namespace Dialog.Storage.Digests;

/// <summary>The rows of digests and of who gets them.</summary>
public sealed class DigestStore(Database database, TimeProvider clock)
{
    private const string Columns = "bot_id AS BotId, is_on AS IsOn, hour AS Hour, time_zone AS TimeZone";

    private const string Receivers = """
        SELECT r.id AS Id, r.bot_id AS BotId, r.channel_id AS ChannelId, k.provider AS Provider, r.chat AS Chat, r.user_id AS UserId,
            r.name AS Name, r.since AS Since, r.sent_day AS SentDay, r.covered_until AS CoveredUntil,
            r.question_id AS QuestionId, r.asked_at AS AskedAt
        FROM digest_receivers r JOIN channels k ON k.id = r.channel_id
        """;

    /// <summary>A bot's digest; null when its owners have never set one.</summary>
    public Task<Digest?> FindAsync(string botId, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<Digest>($"SELECT {Columns} FROM digests WHERE bot_id = @botId", new { botId }), cancellation);

    /// <summary>The digests of all bots that are on and go to somebody.</summary>
    public Task<IReadOnlyList<Digest>> OnAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Digest>>(
            async c =>
            [
                .. await c.QueryAsync<Digest>(
                    $"SELECT {Columns} FROM digests WHERE is_on AND bot_id IN (SELECT r.bot_id FROM digest_receivers r)"),
            ],
            cancellation);

    /// <summary>Sets a digest; its next one comes at the next hour.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="day">The newest day that counts as sent.</param>
    /// <param name="begins">Whether nothing is to be told of what was before.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task SaveAsync(Digest digest, string day, bool begins, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                await c.ExecuteAsync(
                    """
                    INSERT INTO digests (bot_id, is_on, hour, time_zone) VALUES (@BotId, @IsOn, @Hour, @TimeZone)
                    ON CONFLICT (bot_id) DO UPDATE SET is_on = excluded.is_on, hour = excluded.hour, time_zone = excluded.time_zone
                    """,
                    digest);
                await c.ExecuteAsync(
                    """
                    UPDATE digest_receivers SET sent_day = CASE WHEN sent_day < @day THEN @day ELSE sent_day END,
                        covered_until = CASE WHEN @begins THEN @now ELSE covered_until END
                    WHERE bot_id = @BotId
                    """,
                    new { digest.BotId, day, begins, now = Timestamp.Now(clock) });
            },
            cancellation);

    public Task<IReadOnlyList<DigestReceiver>> ReceiversAsync(string botId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<DigestReceiver>>(
            async c => [.. await c.QueryAsync<DigestReceiver>($"{Receivers} WHERE r.bot_id = @botId ORDER BY r.since, r.id", new { botId })],
            cancellation);

    /// <summary>The receiver behind a chat.</summary>
    public Task<DigestReceiver?> FindReceiverAsync(string channelId, long chat, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<DigestReceiver>(
                $"{Receivers} WHERE r.channel_id = @channelId AND r.chat = @chat", new { channelId, chat }),
            cancellation);

    /// <returns>Whether the bot had this receiver.</returns>
    public Task<bool> RemoveReceiverAsync(string botId, string id, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c => await c.ExecuteAsync("DELETE FROM digest_receivers WHERE id = @id AND bot_id = @botId", new { botId, id }) == 1,
            cancellation: cancellation);

    /// <summary>Makes a word for a link; words that no longer work are forgotten.</summary>
    public Task IssueAsync(string word, string botId, string userId, Timestamp expiresAt, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                await c.ExecuteAsync("DELETE FROM digest_words WHERE expires_at <= @now", new { now = Timestamp.Now(clock) });
                await c.ExecuteAsync(
                    "INSERT INTO digest_words (word_hash, bot_id, user_id, expires_at) VALUES (@hash, @botId, @userId, @expiresAt)",
                    new { hash = RandomId.Hash(word), botId, userId, expiresAt });
            },
            cancellation);

    /// <summary>Uses a word up: its chat gets the digest from the next one on.</summary>
    /// <param name="word">The word.</param>
    /// <param name="receiver">The chat; whose it is comes from the word.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>Whether the word was one of the bot's that still works.</returns>
    public Task<bool> SubscribeAsync(string word, DigestReceiver receiver, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                var used = new { hash = RandomId.Hash(word), receiver.BotId, now = Timestamp.Now(clock) };
                if (await c.ExecuteScalarAsync<string?>(
                    "SELECT user_id FROM digest_words WHERE word_hash = @hash AND bot_id = @BotId AND expires_at > @now", used) is not { } userId)
                    return false;
                await c.ExecuteAsync("DELETE FROM digest_words WHERE word_hash = @hash", used);
                await c.ExecuteAsync(
                    """
                    INSERT INTO digest_receivers (id, bot_id, channel_id, chat, user_id, name, since, sent_day, covered_until)
                    VALUES (@Id, @BotId, @ChannelId, @Chat, @UserId, @Name, @now, @SentDay, @now)
                    ON CONFLICT (channel_id, chat) DO UPDATE SET user_id = excluded.user_id, name = excluded.name
                    """,
                    new { receiver.Id, receiver.BotId, receiver.ChannelId, receiver.Chat, UserId = userId, receiver.Name, used.now, receiver.SentDay });
                return true;
            },
            cancellation: cancellation);

    /// <summary>Notes that a receiver has got the digest of a day.</summary>
    /// <param name="receiver">Who.</param>
    /// <param name="day">The day, as <see cref="DigestReceiver.Day"/> writes it.</param>
    /// <param name="until">Where the digest ended; null when it could not be delivered, and the next one is to tell of this day too.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task SentAsync(DigestReceiver receiver, string day, Timestamp? until, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                "UPDATE digest_receivers SET sent_day = @day, covered_until = COALESCE(@until, covered_until) WHERE id = @Id AND bot_id = @BotId",
                new { receiver.Id, receiver.BotId, day, until }),
            cancellation);

    /// <summary>Notes which question the receiver's next message answers; null for none.</summary>
    public Task AskAsync(DigestReceiver receiver, string? questionId, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                "UPDATE digest_receivers SET question_id = @questionId, asked_at = @now WHERE id = @Id AND bot_id = @BotId",
                new { receiver.Id, receiver.BotId, questionId, now = Timestamp.Now(clock) }),
            cancellation);
}
