using System.Data.Common;
using Dapper;
using Dialog.Storage.Conversations;

namespace Dialog.Storage.Channels;

/// <summary>The rows of private chats on messengers.</summary>
public sealed class ChatStore(Database database, TimeProvider clock)
{
    private const string Columns = """
        id AS Id, bot_id AS BotId, channel_id AS ChannelId, chat AS Chat, conversation_id AS ConversationId,
        name AS Name, username AS Username, unreachable AS Unreachable, sent AS Sent
        """;

    public Task<MessengerChat?> FindAsync(string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<MessengerChat>($"SELECT {Columns} FROM chats WHERE id = @id", new { id }), cancellation);

    public Task<MessengerChat?> FindAsync(Channel channel, long chat, CancellationToken cancellation = default) =>
        database.ReadAsync(c => FindAsync(c, channel, chat), cancellation);

    /// <summary>The chats that carry a conversation.</summary>
    public Task<IReadOnlyList<MessengerChat>> OfConversationAsync(string botId, string conversationId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<MessengerChat>>(
            async c =>
            [
                .. await c.QueryAsync<MessengerChat>(
                    $"SELECT {Columns} FROM chats WHERE conversation_id = @conversationId AND bot_id = @botId", new { botId, conversationId }),
            ],
            cancellation);

    /// <summary>The chats of a channel to which something may have to be sent.</summary>
    public Task<IReadOnlyList<string>> BehindAsync(string channelId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async c =>
            [
                .. await c.QueryAsync<string>(
                    """
                    SELECT k.id FROM chats k JOIN conversations v ON v.id = k.conversation_id
                    WHERE k.channel_id = @channelId AND (v.last > k.sent
                        OR EXISTS (SELECT 1 FROM deliveries d WHERE d.chat_id = k.id AND d.state = 'delayed'))
                    """,
                    new { channelId }),
            ],
            cancellation);

    /// <summary>
    /// The chat of a person who has just written, with a new visitor and conversation when they never did before. They
    /// can be written to again from now on.
    /// </summary>
    public Task<Met> MeetAsync(Channel channel, long chat, MessengerPerson person, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                if (await FindAsync(c, channel, chat) is { } known)
                    return new Met(await SeeAsync(c, known, person), WasUnreachable: known.Unreachable is not null);
                var conversation = await ConversationStore.BeginAsync(
                    c, channel.BotId, RandomId.Secret(), channel.Provider, Timestamp.Now(clock));
                return new Met(await AddAsync(c, channel, chat, person, conversation.Id, sent: 0), WasUnreachable: false);
            },
            cancellation: cancellation);

    /// <summary>
    /// Lets a chat carry the conversation that a link from the website brings, from its present end on. The word of a
    /// link works once.
    /// </summary>
    /// <returns>Null when the channel's bot has given no such word, or it has been used or is too old.</returns>
    public Task<MessengerChat?> CarryAsync(
        Channel channel, long chat, MessengerPerson person, string word, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                if (await ConversationLinkStore.TakeAsync(c, channel.BotId, word, Timestamp.Now(clock)) is not { } conversationId
                    || await ConversationStore.FindAsync(c, channel.BotId, conversationId) is not { } conversation)
                    return null;
                await c.ExecuteAsync(
                    "UPDATE conversations SET channel = @Provider WHERE id = @conversationId", new { channel.Provider, conversationId });
                if (await FindAsync(c, channel, chat) is not { } known)
                    return await AddAsync(c, channel, chat, person, conversation.Id, conversation.Last);
                if (known.ConversationId == conversationId)
                    return await SeeAsync(c, known, person);
                await c.ExecuteAsync("DELETE FROM deliveries WHERE chat_id = @Id", known);
                await c.ExecuteAsync(
                    "UPDATE chats SET conversation_id = @conversationId, sent = @Last WHERE id = @Id",
                    new { known.Id, conversationId, conversation.Last });
                return await SeeAsync(c, known with { ConversationId = conversationId, Sent = conversation.Last }, person);
            },
            cancellation: cancellation);

    /// <summary>Notes that what is there up to a sequence number needs no sending.</summary>
    public Task SkipAsync(MessengerChat chat, long sequence, CancellationToken cancellation = default) =>
        database.WriteAsync(c => SentAsync(c, chat.Id, chat.ConversationId, sequence), cancellation);

    /// <summary>Notes why a chat can't be written to, or that it can again.</summary>
    /// <returns>Whether that is news.</returns>
    public Task<bool> MarkAsync(string id, string? unreachable, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c => await c.ExecuteAsync(
                "UPDATE chats SET unreachable = @unreachable WHERE id = @id AND COALESCE(unreachable, '') <> COALESCE(@unreachable, '')",
                new { id, unreachable }) == 1,
            cancellation: cancellation);

    /// <summary>Notes that the messenger has given a chat another id; a chat that has that id already stays as it is.</summary>
    public Task MoveAsync(string id, long chat, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                """
                UPDATE chats SET chat = @chat WHERE id = @id
                    AND NOT EXISTS (SELECT 1 FROM chats o WHERE o.channel_id = chats.channel_id AND o.chat = @chat)
                """,
                new { id, chat }),
            cancellation);

    // Bound to the conversation, as the chat may carry another one by now.
    internal static Task<int> SentAsync(DbConnection c, string id, string conversationId, long sequence) =>
        c.ExecuteAsync(
            "UPDATE chats SET sent = @sequence WHERE id = @id AND conversation_id = @conversationId AND sent < @sequence",
            new { id, conversationId, sequence });

    private static Task<MessengerChat?> FindAsync(DbConnection c, Channel channel, long chat) =>
        c.QuerySingleOrDefaultAsync<MessengerChat>(
            $"SELECT {Columns} FROM chats WHERE channel_id = @Id AND chat = @chat AND bot_id = @BotId", new { channel.Id, chat, channel.BotId });

    private async Task<MessengerChat> SeeAsync(DbConnection c, MessengerChat known, MessengerPerson person)
    {
        await c.ExecuteAsync(
            "UPDATE chats SET name = @Name, username = @Username, unreachable = NULL, seen_at = @now WHERE id = @Id",
            new { known.Id, person.Name, person.Username, now = Timestamp.Now(clock) });
        return known with { Name = person.Name, Username = person.Username, Unreachable = null };
    }

    private async Task<MessengerChat> AddAsync(DbConnection c, Channel channel, long chat, MessengerPerson person, string conversationId, long sent)
    {
        var met = new MessengerChat
        {
            BotId = channel.BotId, ChannelId = channel.Id, Chat = chat, ConversationId = conversationId,
            Name = person.Name, Username = person.Username, Sent = sent,
        };
        await c.ExecuteAsync(
            """
            INSERT INTO chats (id, bot_id, channel_id, chat, conversation_id, name, username, sent, seen_at)
            VALUES (@Id, @BotId, @ChannelId, @Chat, @ConversationId, @Name, @Username, @Sent, @now)
            """,
            new { met.Id, met.BotId, met.ChannelId, met.Chat, met.ConversationId, met.Name, met.Username, met.Sent, now = Timestamp.Now(clock) });
        return met;
    }
}

/// <summary>A person's chat, and whether they had been out of reach until now.</summary>
public sealed record Met(MessengerChat Chat, bool WasUnreachable);
