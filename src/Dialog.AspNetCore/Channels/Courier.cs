using System.Collections.Concurrent;
using System.Security.Cryptography;
using Dialog.AspNetCore.Conversations;
using Dialog.Storage;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;
using Dialog.Telegram;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>
/// Carries conversations to a channel's chats: a reader of the log with a cursor for each chat, kept after each
/// success. One event after the other, so what is delayed holds up what was said after it, in its own chat only.
/// </summary>
internal sealed class Courier : IAsyncDisposable
{
    private const int Page = 50;
    private const int MostTypingChats = 1_000;
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TypingSignLasts = TimeSpan.FromSeconds(5);

    private readonly Channel _channel;
    private readonly BotClient _client;
    private readonly ChannelParts _parts;
    private readonly ConversationStore _conversations;
    private readonly Lanes<string> _lanes;
    private readonly ConcurrentDictionary<long, DateTimeOffset> _typing = new();

    public Courier(Channel channel, BotClient client, ChannelParts parts, ConversationStore conversations)
    {
        (_channel, _client, _parts, _conversations) = (channel, client, parts, conversations);
        _lanes = new Lanes<string>(Limits.ChatsAtOnce, RunningChannel.Moment, parts.Clock, WorkAsync);
    }

    /// <summary>Takes up what an earlier run has left.</summary>
    public async Task ResumeAsync(CancellationToken cancellation)
    {
        foreach (var chat in await _parts.Chats.BehindAsync(_channel.Id, cancellation))
            _lanes.Wake(chat);
    }

    /// <summary>There may be something to send to a chat.</summary>
    public void Wake(string chatId) => _lanes.Wake(chatId);

    /// <summary>Shows that somebody writes, unless it is shown already.</summary>
    public void ShowTyping(MessengerChat chat)
    {
        var now = _parts.Clock.GetUtcNow();
        if (_typing.TryGetValue(chat.Chat, out var last) && now - last < TypingSignLasts)
            return;
        if (_typing.Count >= MostTypingChats)
            foreach (var old in _typing.Where(shown => now - shown.Value >= TypingSignLasts))
                _typing.TryRemove(old);
        _typing[chat.Chat] = now;
        _ = SignAsync(chat.Chat);
    }

    public ValueTask DisposeAsync() => _lanes.DisposeAsync();

    private async Task SignAsync(long chat)
    {
        try
        {
            await _client.SendChatActionAsync(chat);
        }
        catch (Exception error) when (error is ObjectDisposedException or OperationCanceledException)
        {
            // The channel has just been closed.
        }
    }

    private async Task<TimeSpan?> WorkAsync(string chatId, CancellationToken cancellation)
    {
        try
        {
            if (await _parts.Chats.FindAsync(chatId, cancellation) is not { } chat
                || await _conversations.FindAsync(chat.BotId, chat.ConversationId, cancellation) is not { } conversation)
                return null;
            var underWay = await _parts.Deliveries.UnderWayAsync(chatId, cancellation);
            return await RepeatAsync(chat, conversation, underWay, cancellation)
                ?? await FollowAsync(chat, conversation, underWay.ToDictionary(delivery => delivery.Sequence), cancellation);
        }
        catch (DatabaseUnavailableException)
        {
            return RestAfterFailure;
        }
#pragma warning disable CA1031 // A mistake of ours in one chat must not end the others; it is logged and tried again later.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _parts.Logger.CourierFailed(_channel.Id, error);
            return BackOff(tries: 6);
        }
    }

    /// <summary>What had been given up and somebody wants sent again.</summary>
    private async Task<TimeSpan?> RepeatAsync(
        MessengerChat chat, Conversation conversation, IReadOnlyList<Delivery> underWay, CancellationToken cancellation)
    {
        foreach (var delivery in underWay.Where(delivery => delivery.Sequence <= chat.Sent))
        {
            var page = await _parts.Log.AfterAsync(chat.BotId, chat.ConversationId, delivery.Sequence - 1, limit: 1, cancellation);
            if (Parcel.Of(conversation, page[0], _client.Provider) is { } parcel
                && await To(chat, parcel).DeliverAsync(delivery, cancellation) is { } rest)
                return rest;
        }

        return null;
    }

    private async Task<TimeSpan?> FollowAsync(
        MessengerChat chat, Conversation conversation, Dictionary<long, Delivery> underWay, CancellationToken cancellation)
    {
        var after = chat.Sent;
        ConversationEvent? asked = null;
        while (true)
        {
            var page = await _parts.Log.AfterAsync(chat.BotId, chat.ConversationId, after, Page, cancellation);
            foreach (var happened in page)
            {
                after = happened.Sequence;
                if (happened.Author == Authors.Visitor)
                    asked = happened;
                else if (Parcel.Of(conversation, happened, _client.Provider) is { } parcel
                    && await IsForHereAsync(conversation, happened, asked, cancellation)
                    && await To(chat, parcel).DeliverAsync(underWay.GetValueOrDefault(after) ?? Begun(chat, after), cancellation) is { } rest)
                    return rest;
            }

            if (page.Count < Page)
                return null;
            await _parts.Chats.SkipAsync(chat, after, cancellation);
        }
    }

    // Agents are heard everywhere; the bot answers where it was asked.
    private async Task<bool> IsForHereAsync(
        Conversation conversation, ConversationEvent happened, ConversationEvent? asked, CancellationToken cancellation)
    {
        if (happened.Author != Authors.Bot)
            return true;
        if (EventData.Of(happened.Data).Via is { } via)
            return via == _channel.Provider;
        asked ??= await _parts.Log.LastOfVisitorAsync(conversation.BotId, conversation.Id, happened.Sequence, cancellation);
        return (asked is null ? conversation.Channel : EventData.Of(asked.Data).Via) == _channel.Provider;
    }

    private Consignment To(MessengerChat chat, Parcel parcel) => new(_channel, _client, _parts, chat, parcel);

    private Delivery Begun(MessengerChat chat, long sequence) => new()
    {
        ChatId = chat.Id,
        BotId = chat.BotId,
        ConversationId = chat.ConversationId,
        Sequence = sequence,
        Since = Timestamp.Now(_parts.Clock),
    };

    /// <summary>1 s, doubled with each failure up to a minute, a quarter more or less so that chats do not keep step.</summary>
    public static TimeSpan BackOff(int tries) =>
        TimeSpan.FromMilliseconds(Math.Min(1_000 << Math.Clamp(tries - 1, 0, 6), 60_000) * RandomNumberGenerator.GetInt32(75, 126) / 100.0);
}
