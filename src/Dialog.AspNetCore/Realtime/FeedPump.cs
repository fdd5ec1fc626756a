using System.Threading.Channels;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Conversations;
using Microsoft.Extensions.Hosting;

namespace Dialog.AspNetCore.Realtime;

/// <summary>
/// Carries the feed to the sockets in the order of commits. A push is a hint: who misses one asks the log.
/// </summary>
internal sealed class FeedPump : BackgroundService
{
    private readonly Channel<Appended> _grown = Channel.CreateUnbounded<Appended>(new() { SingleReader = true });
    private readonly Audience _audience;

    public FeedPump(ConversationFeed feed, TrainingService training, Audience audience)
    {
        _audience = audience;
        feed.Subscribe(appended => _grown.Writer.TryWrite(appended));
        training.Changed = (botId, view) => audience.Push(Topics.Desk(botId), "training", () => new TrainingChange(botId, view));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var appended in _grown.Reader.ReadAllAsync(stoppingToken))
            Push(appended);
    }

    private void Push(Appended appended)
    {
        var conversation = appended.Conversation;
        _audience.Push(Topics.Visitor(conversation.Id), "events", () => appended.Events.Select(VisitorEvent.Of).ToArray());
        _audience.Push(
            Topics.Watchers(conversation.Id), "events", () => new DeskEvents(conversation.Id, [.. appended.Events.Select(DeskEvent.Of)]));
        _audience.Push(Topics.Desk(conversation.BotId), "conversation", () => DeskItem.Of(conversation));
    }
}
