using System.Collections.Concurrent;
using Dialog.AspNetCore.Metrics;
using Dialog.Storage;
using Dialog.Storage.Conversations;
using Microsoft.Extensions.Hosting;

namespace Dialog.AspNetCore.Handoff;

/// <summary>Counts who waits for a person and how long they waited, from the feed.</summary>
internal sealed class WaitingRoom : IHostedService
{
    private readonly ConcurrentDictionary<string, Timestamp> _since = new();
    private readonly ConversationStore _conversations;

    public WaitingRoom(ConversationFeed feed, ConversationStore conversations)
    {
        _conversations = conversations;
        feed.Subscribe(Look);
        DialogMetrics.ObserveQueue(() => _since.Count);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var conversation in await _conversations.WaitingAsync(cancellationToken))
            _since.TryAdd(conversation.Id, conversation.WaitingSince!.Value);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Look(Appended appended)
    {
        foreach (var happened in appended.Events.Where(happened => happened.Kind == EventKinds.Message))
            DialogMetrics.Said(happened.Author);

        var conversation = appended.Conversation;
        if (conversation.WaitingSince is { } since)
            _since[conversation.Id] = since;
        else if (_since.TryRemove(conversation.Id, out var waited) && conversation.State == ConversationStates.Agent)
            DialogMetrics.Taken(conversation.UpdatedAt.Value - waited.Value);
    }
}
