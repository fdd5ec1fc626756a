using System.Collections.Concurrent;
using Dialog.AspNetCore.Realtime;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>
/// Shows the desk how channels and deliveries go. A push goes to all who read at once, so it is in the bot's language.
/// </summary>
internal sealed class ChannelPushes : IAsyncDisposable
{
    private static readonly TimeSpan BetweenPushes = TimeSpan.FromSeconds(1);

    private readonly Audience _audience;
    private readonly ChannelStore _channels;
    private readonly ConversationStore _conversations;
    private readonly BotStore _bots;
    private readonly TimeProvider _clock;
    private readonly Lanes<(string Bot, string Channel)> _lanes;
    private readonly ConcurrentDictionary<string, ChannelState> _states = new();

    public ChannelPushes(Audience audience, ChannelStore channels, ConversationStore conversations, BotStore bots, TimeProvider clock)
    {
        (_audience, _channels, _conversations, _bots, _clock) = (audience, channels, conversations, bots, clock);
        _lanes = new Lanes<(string Bot, string Channel)>(atOnce: 1, patience: TimeSpan.Zero, clock, PushAsync);
    }

    /// <summary>How a channel's receiving goes.</summary>
    public ChannelState StateOf(Channel channel) => channel.IsOn ? _states.GetValueOrDefault(channel.Id, ChannelState.Receiving) : ChannelState.Off;

    /// <summary>Notes how a channel's receiving goes, and shows it when that is news.</summary>
    public void Change(Channel channel, ChannelState state)
    {
        var before = _states.GetValueOrDefault(channel.Id);
        _states[channel.Id] = state;
        if (before != state)
            Channel(channel);
    }

    /// <summary>Forgets a channel that is disconnected.</summary>
    public void Forget(string channelId) => _states.TryRemove(channelId, out _);

    /// <summary>Something of a channel has changed; it is shown once a second at most.</summary>
    public void Channel(Channel channel)
    {
        if (_audience.IsRead(Topics.Desk(channel.BotId)))
            _lanes.Wake((channel.BotId, channel.Id));
    }

    /// <summary>Shows how a delivery stands; one without a state has arrived.</summary>
    public void Delivery(string language, Delivery delivery) =>
        _audience.Push(
            Topics.Watchers(delivery.ConversationId),
            "delivery",
            () => new DeliveryChange(delivery.ConversationId, delivery.Sequence, DeliveryView.Of(delivery, language)));

    /// <summary>Shows a conversation's head, whose person's reach has changed.</summary>
    public async Task ConversationAsync(string botId, string conversationId, CancellationToken cancellation)
    {
        if (_audience.IsRead(Topics.Desk(botId)) && await _conversations.FindAsync(botId, conversationId, cancellation) is { } conversation)
            _audience.Push(Topics.Desk(botId), "conversation", () => DeskItem.Of(conversation));
    }

    public ValueTask DisposeAsync() => _lanes.DisposeAsync();

    private async Task<TimeSpan?> PushAsync((string Bot, string Channel) name, CancellationToken cancellation)
    {
        try
        {
            if (await _channels.FindAsync(name.Bot, name.Channel, cancellation) is { } channel
                && await _bots.FindAsync(name.Bot, cancellation) is { } bot)
            {
                var load = await _channels.LoadAsync(name.Bot, name.Channel, cancellation);
                var view = ChannelView.Of(channel, StateOf(channel), load, bot.Language, canWebhook: channel.PublicAddress is not null);
                _audience.Push(Topics.Desk(name.Bot), "channel", () => new ChannelChange(name.Bot, view));
            }
        }
        catch (DatabaseUnavailableException)
        {
            // A push is a hint.
        }

        await Task.Delay(BetweenPushes, _clock, cancellation);
        return null;
    }
}
