using System.Collections.Concurrent;
using System.Text;
using Dialog.Storage;
using Dialog.Storage.Channels;
using Dialog.Telegram;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>
/// What a messenger hands over: kept on the disk first, so that it may be confirmed, then worked off in order within
/// each chat and several chats at once. What a crash leaves undone waits for the next start.
/// </summary>
internal sealed class Inbox : IAsyncDisposable
{
    private const int Page = 20;
    private const int MostTries = 3;
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Channel _channel;
    private readonly BotClient _client;
    private readonly ChannelParts _parts;
    private readonly Lanes<long> _lanes;
    private readonly ConcurrentDictionary<long, int> _failures = new();

    public Inbox(Channel channel, BotClient client, ChannelParts parts)
    {
        (_channel, _client, _parts) = (channel, client, parts);
        _lanes = new Lanes<long>(Limits.ChatsAtOnce, RunningChannel.Moment, parts.Clock, WorkAsync);
    }

    /// <summary>Takes up what an earlier run has left.</summary>
    public async Task ResumeAsync(CancellationToken cancellation)
    {
        foreach (var chat in await _parts.Updates.ChatsWaitingAsync(_channel.Id, cancellation))
            _lanes.Wake(chat);
    }

    /// <summary>Keeps a batch, all or nothing; when this ends it is on the disk. Repeats change nothing.</summary>
    public async Task StoreAsync(IReadOnlyList<Update> updates, CancellationToken cancellation)
    {
        var fresh = await _parts.Updates.StoreAsync(_channel, [.. updates.Select(Keep)], cancellation);
        var ids = fresh.Select(update => update.UpdateId).ToHashSet();
        foreach (var press in updates.Where(update => ids.Contains(update.UpdateId)).Select(update => update.CallbackQuery).OfType<CallbackQuery>())
            _ = AnswerAsync(press);
        foreach (var chat in fresh.Select(update => update.Chat).Distinct())
            _lanes.Wake(chat);
        _parts.Pushes.Channel(_channel);
    }

    public ValueTask DisposeAsync() => _lanes.DisposeAsync();

    private static ReceivedUpdate Keep(Update update) => new()
    {
        UpdateId = update.UpdateId,
        Chat = update.Chat?.Id ?? 0,
        Message = update.Message?.MessageId,
        Body = update.Json,
    };

    // At once, whatever the press will come to and however long the chat's queue is: until then the button spins.
    private async Task AnswerAsync(CallbackQuery press)
    {
        try
        {
            await _client.AnswerCallbackQueryAsync(press.Id);
        }
        catch (Exception error) when (error is BotApiException or ObjectDisposedException or OperationCanceledException)
        {
            // The button stops spinning by itself after a while.
        }
    }

    private async Task<TimeSpan?> WorkAsync(long chat, CancellationToken cancellation)
    {
        try
        {
            while (await _parts.Updates.WaitingAsync(_channel.Id, chat, Page, cancellation) is { Count: > 0 } waiting)
            {
                foreach (var update in waiting)
                    if (await TakeAsync(update, cancellation) is { } rest)
                        return rest;
            }

            return null;
        }
        catch (DatabaseUnavailableException)
        {
            return RestAfterFailure;
        }
    }

    private async Task<TimeSpan?> TakeAsync(ReceivedUpdate received, CancellationToken cancellation)
    {
        try
        {
            if (Update.Read(Encoding.UTF8.GetBytes(received.Body)) is { } update
                && await _parts.Handler.HandleAsync(_channel, _client, update, cancellation) is { } rest)
                return rest;
        }
#pragma warning disable CA1031 // One update's failure must not hold up its chat for ever; it is logged and kept.
        catch (Exception error) when (error is not (DatabaseUnavailableException or OperationCanceledException))
#pragma warning restore CA1031
        {
            if (_failures.AddOrUpdate(received.UpdateId, 1, (_, failures) => failures + 1) < MostTries)
                return RestAfterFailure;
            _parts.Logger.UpdateGivenUp(_channel.Id, received.UpdateId, error);
            _failures.TryRemove(received.UpdateId, out _);
            await _parts.Updates.TakenAsync(_channel.Id, received.UpdateId, keepBody: true, cancellation);
            return null;
        }

        await _parts.Updates.TakenAsync(_channel.Id, received.UpdateId, cancellation: cancellation);
        return null;
    }
}
