using System.Threading.Channels;
using Dialog.Storage;
using Dialog.Storage.Conversations;
using Dialog.Telegram;
using Microsoft.Extensions.Hosting;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>
/// The connected accounts at work. They begin once the database is ready, without the server waiting for a network,
/// and each is on its own: one messenger's trouble is not another's.
/// </summary>
internal sealed class ChannelService : BackgroundService
{
    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromHours(6);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private readonly Channel<Conversation> _grown = System.Threading.Channels.Channel.CreateUnbounded<Conversation>(new() { SingleReader = true });
    private readonly SemaphoreSlim _changing = new(1);
    private readonly RunningChannels _running;
    private readonly ChannelParts _parts;
    private readonly ChannelClients _clients;
    private readonly Introduction _introduction;
    private readonly ConversationStore _conversations;

    public ChannelService(
        ConversationFeed feed, RunningChannels running, ChannelParts parts, ChannelClients clients, Introduction introduction, ConversationStore conversations)
    {
        (_running, _parts, _clients, _introduction, _conversations) = (running, parts, clients, introduction, conversations);
        feed.Subscribe(appended =>
        {
            if (appended.Conversation.ChatId is not null)
                _grown.Writer.TryWrite(appended.Conversation);
        });
    }

    /// <summary>What calls the messenger for a channel; null when it is off or can't be used.</summary>
    public BotClient? ClientOf(string channelId) => _running.ClientOf(channelId);

    /// <summary>The channel whose webhook has this key, if this call is the messenger's.</summary>
    /// <param name="key">The key of the path.</param>
    /// <param name="secret">What the header brought.</param>
    public RunningChannel? OfHook(string key, string? secret)
    {
        var hash = RandomId.Hash(key);
        var found = _running.All.FirstOrDefault(running => running.Channel.HookKey is { } known && WebhookSecret.Matches(known, hash));
        if (found is null || !found.Client.Provider.SecretHeader)
            return found;
        return WebhookSecret.Matches(found.Channel.HookSecret!, RandomId.Hash(secret ?? "")) ? found : null;
    }

    /// <summary>Lets a channel work as it is now kept: anew, differently, or not at all.</summary>
    public async Task ApplyAsync(string botId, string channelId)
    {
        await _changing.WaitAsync();
        try
        {
            if (await _parts.Channels.FindAsync(botId, channelId) is not { } channel)
                return;
            await StopAsync(channelId, isForLong: !channel.IsOn);
            Begin(channel);
            _parts.Pushes.Channel(channel);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Ends a channel's work and forgets it.</summary>
    public async Task RemoveAsync(string botId, string channelId)
    {
        await _changing.WaitAsync();
        try
        {
            await StopAsync(channelId, isForLong: true);
            await _parts.Channels.RemoveAsync(botId, channelId);
            _parts.Pushes.Forget(channelId);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>There may be something to send in a conversation.</summary>
    public async Task WakeAsync(string botId, string conversationId, CancellationToken cancellation)
    {
        foreach (var chat in await _parts.Chats.OfConversationAsync(botId, conversationId, cancellation))
            _running.Find(chat.ChannelId)?.Courier.Wake(chat.Id);
    }

    /// <summary>Shows on the visitor's messenger, if any, that somebody writes.</summary>
    public async Task ShowTypingAsync(Conversation conversation, CancellationToken cancellation)
    {
        if (conversation.ChatId is null)
            return;
        foreach (var chat in await _parts.Chats.OfConversationAsync(conversation.BotId, conversation.Id, cancellation))
            _running.Find(chat.ChannelId)?.Courier.ShowTyping(chat);
    }

    public override void Dispose()
    {
        _changing.Dispose();
        base.Dispose();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_running.All.Select(running => StopAsync(running.Channel.Id, isForLong: false)));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var channel in await _parts.Channels.AllAsync(stoppingToken))
            Begin(channel);
        await Task.WhenAll(FollowAsync(stoppingToken), PruneAsync(stoppingToken));
    }

    private void Begin(Channel channel)
    {
        if (!channel.IsOn)
            return;
        if (_clients.Open(channel) is not { } client)
        {
            _parts.Pushes.Change(channel, ChannelState.Stopped(MessengerProblems.Unreadable));
            return;
        }

        var running = new RunningChannel(channel, client, _parts, _introduction, _conversations);
        _running.Add(running);
        running.Start();
    }

    private async Task StopAsync(string channelId, bool isForLong)
    {
        if (_running.Remove(channelId) is not { } running)
            return;
        if (isForLong)
            await running.LeaveAsync();
        await running.DisposeAsync();
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        await foreach (var conversation in _grown.Reader.ReadAllAsync(stopping))
        {
            try
            {
                await WakeAsync(conversation.BotId, conversation.Id, stopping);
                if (conversation.UnansweredSince is not null)
                    await ShowTypingAsync(conversation, stopping);
            }
            catch (DatabaseUnavailableException)
            {
                await Task.Delay(BetweenTries, _parts.Clock, stopping);
                _grown.Writer.TryWrite(conversation);
            }
        }
    }

    private async Task PruneAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await _parts.Updates.PruneAsync(Timestamp.From(_parts.Clock.GetUtcNow() - Limits.UpdateMemory), stopping);
            }
            catch (DatabaseUnavailableException)
            {
                // The next time will do.
            }

            await Task.Delay(BetweenPrunings, _parts.Clock, stopping);
        }
    }
}
