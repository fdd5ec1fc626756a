using System.Collections.Concurrent;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>The accounts at work, by their ids; <see cref="ChannelService"/> starts and stops them.</summary>
internal sealed class RunningChannels
{
    private readonly ConcurrentDictionary<string, RunningChannel> _running = new();

    public ICollection<RunningChannel> All => _running.Values;

    /// <summary>What calls the messenger for a channel; null when it is off or can't be used.</summary>
    public BotClient? ClientOf(string channelId) => Find(channelId)?.Client;

    public RunningChannel? Find(string channelId) => _running.GetValueOrDefault(channelId);

    public void Add(RunningChannel running) => _running[running.Channel.Id] = running;

    public RunningChannel? Remove(string channelId) => _running.TryRemove(channelId, out var running) ? running : null;
}
