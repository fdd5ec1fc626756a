using Dapper;

namespace Dialog.Storage.Channels;

/// <summary>The rows of events that are on their way to a chat and not simply there.</summary>
public sealed class DeliveryStore(Database database, TimeProvider clock)
{
    private const string Columns = """
        chat_id AS ChatId, bot_id AS BotId, conversation_id AS ConversationId, sequence AS Sequence,
        pieces AS Pieces, tries AS Tries, state AS State, problem AS Problem, since AS Since
        """;

    /// <summary>What is under way to a chat, in order.</summary>
    public Task<IReadOnlyList<Delivery>> UnderWayAsync(string chatId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Delivery>>(
            async c =>
            [
                .. await c.QueryAsync<Delivery>(
                    $"SELECT {Columns} FROM deliveries WHERE chat_id = @chatId AND COALESCE(state, '') <> 'failed' ORDER BY sequence",
                    new { chatId }),
            ],
            cancellation);

    /// <summary>What people are to know of a conversation's deliveries.</summary>
    public Task<IReadOnlyList<Delivery>> OfConversationAsync(string botId, string conversationId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Delivery>>(
            async c =>
            [
                .. await c.QueryAsync<Delivery>(
                    $"SELECT {Columns} FROM deliveries WHERE conversation_id = @conversationId AND bot_id = @botId AND state IS NOT NULL ORDER BY sequence",
                    new { botId, conversationId }),
            ],
            cancellation);

    /// <summary>Keeps how far a delivery is.</summary>
    public Task SaveAsync(Delivery delivery, CancellationToken cancellation = default) =>
        database.WriteAsync(c => c.ExecuteAsync(Upsert, delivery), cancellation);

    /// <summary>The event has arrived: nothing of it is left to know.</summary>
    public Task DoneAsync(Delivery delivery, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                await c.ExecuteAsync("DELETE FROM deliveries WHERE chat_id = @ChatId AND sequence = @Sequence", delivery);
                await ChatStore.SentAsync(c, delivery.ChatId, delivery.ConversationId, delivery.Sequence);
            },
            cancellation);

    /// <summary>The event will not arrive: those behind it go on.</summary>
    public Task FailAsync(Delivery delivery, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                await c.ExecuteAsync(Upsert, delivery);
                await ChatStore.SentAsync(c, delivery.ChatId, delivery.ConversationId, delivery.Sequence);
            },
            cancellation);

    /// <summary>Lets what was given up be tried again.</summary>
    /// <returns>The chats it goes to; none when nothing had failed.</returns>
    public Task<IReadOnlyList<string>> ResendAsync(string botId, string conversationId, long sequence, CancellationToken cancellation = default) =>
        database.WriteAsync<IReadOnlyList<string>>(
            async c =>
            {
                var names = new { botId, conversationId, sequence, now = Timestamp.Now(clock) };
                const string These = "WHERE bot_id = @botId AND conversation_id = @conversationId AND sequence = @sequence AND state = 'failed'";
                var chats = await c.QueryAsync<string>($"SELECT chat_id FROM deliveries {These}", names);
                await c.ExecuteAsync($"UPDATE deliveries SET state = 'delayed', tries = 0, since = @now {These}", names);
                return [.. chats];
            },
            cancellation: cancellation);

    private const string Upsert = """
        INSERT INTO deliveries (chat_id, sequence, bot_id, conversation_id, pieces, tries, state, problem, since)
        VALUES (@ChatId, @Sequence, @BotId, @ConversationId, @Pieces, @Tries, @State, @Problem, @Since)
        ON CONFLICT (chat_id, sequence) DO UPDATE SET pieces = excluded.pieces, tries = excluded.tries,
            state = excluded.state, problem = excluded.problem
        """;
}
