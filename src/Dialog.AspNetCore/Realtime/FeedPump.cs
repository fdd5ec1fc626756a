using System.Threading.Channels;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Conversations;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;

namespace Dialog.AspNetCore.Realtime;

/// <summary>
/// Carries the feed to the sockets in the order of commits. A push is a hint: it is not waited for, and who misses
/// one asks the log.
/// </summary>
internal sealed class FeedPump : BackgroundService
{
    private readonly Channel<Appended> _grown = Channel.CreateUnbounded<Appended>(new() { SingleReader = true });
    private readonly IHubContext<ChatHub> _chat;
    private readonly IHubContext<DeskHub> _desk;

    public FeedPump(ConversationFeed feed, TrainingService training, IHubContext<ChatHub> chat, IHubContext<DeskHub> desk)
    {
        _chat = chat;
        _desk = desk;
        feed.Subscribe(appended => _grown.Writer.TryWrite(appended));
        training.Changed = (botId, view) =>
            _ = _desk.Clients.Group(HubGroups.Desk(botId)).SendAsync("training", new TrainingChange(botId, view));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var appended in _grown.Reader.ReadAllAsync(stoppingToken))
            Push(appended);
    }

    private void Push(Appended appended)
    {
        var id = appended.Conversation.Id;
        _ = _chat.Clients.Group(HubGroups.Visitor(id)).SendAsync("events", appended.Events.Select(VisitorEvent.Of).ToArray());
        _ = _desk.Clients.Group(HubGroups.Watchers(id)).SendAsync("events", new DeskEvents(id, [.. appended.Events.Select(DeskEvent.Of)]));
        _ = _desk.Clients.Group(HubGroups.Desk(appended.Conversation.BotId)).SendAsync("conversation", DeskItem.Of(appended.Conversation));
    }
}
