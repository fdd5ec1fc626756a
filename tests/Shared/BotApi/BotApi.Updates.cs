using System.Text.Json.Nodes;

namespace Dialog.Tests.Messengers;

internal sealed partial class BotApi
{
    private readonly SortedDictionary<long, JsonObject> _updates = [];
    private HashSet<string>? _kinds;
    private long _lastUpdate = 1000;
    private TaskCompletionSource<ApiAnswer?>? _poll;

    /// <summary>Updates not confirmed yet.</summary>
    public int Pending
    {
        get
        {
            lock (_lock) return _updates.Count;
        }
    }

    /// <summary>Something happened; an update without an id gets the next one. Kinds the bot has not asked for are left out.</summary>
    public void Post(params IEnumerable<JsonObject> updates)
    {
        lock (_lock)
        {
            foreach (var update in updates)
            {
                var id = (long?)update["update_id"] ?? _lastUpdate + 1;
                update["update_id"] = id;
                _lastUpdate = Math.Max(_lastUpdate, id);
                if (_kinds is null || _kinds.Any(update.ContainsKey)) _updates[id] = update;
            }
            _poll?.TrySetResult(null);
            Changed();
        }
    }

    public static JsonObject TextUpdate(long id, string text, long chat = 7) => new()
    {
        ["update_id"] = id,
        ["message"] = new JsonObject
        {
            ["message_id"] = id,
            ["date"] = 1774080000,
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private", ["first_name"] = "سارا" },
            ["from"] = new JsonObject { ["id"] = chat, ["is_bot"] = false, ["first_name"] = "سارا" },
            ["text"] = text,
        },
    };

    /// <summary>A poller elsewhere takes over.</summary>
    public void PollElsewhere()
    {
        lock (_lock)
            _poll?.TrySetResult(ApiAnswer.Error(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
    }

    /// <summary>The next id of a message in any chat.</summary>
    internal long NextMessageId()
    {
        lock (_lock) return ++_lastMessage;
    }

    private async Task<ApiAnswer> GetUpdatesAsync(ApiCall call, CancellationToken cancellation)
    {
        TaskCompletionSource<ApiAnswer?> poll;
        lock (_lock)
        {
            if (_webhook.Length > 0) return ApiAnswer.Error(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            if (call.Number("timeout") is < 0 or > 50 || call.Number("limit") is < 1 or > 100) return ApiAnswer.Error(400, "Bad Request: out of range");
            if (Foreign(call) is { } refusal) return refusal;
            PollElsewhere();
            AskFor(call);
            if (call.Fields["offset"] is not null) Confirm(call.Number("offset"));
            if (_updates.Count > 0 || call.Number("timeout") == 0) return Batch(call);
            _poll = poll = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        await using var timer = time.CreateTimer(_ => poll.TrySetResult(null), null, TimeSpan.FromSeconds(call.Number("timeout")), Timeout.InfiniteTimeSpan);
        var answer = await poll.Task.WaitAsync(cancellation);
        lock (_lock) return answer ?? Batch(call);
    }

    private void AskFor(ApiCall call)
    {
        if (call.Json("allowed_updates") is JsonArray kinds) _kinds = [.. kinds.Select(kind => kind!.ToString())];
    }

    private void Confirm(long offset)
    {
        foreach (var id in _updates.Keys.TakeWhile(id => id < offset).ToArray()) _updates.Remove(id);
        Changed();
    }

    private ApiAnswer Batch(ApiCall call) => ApiAnswer.Ok(new JsonArray(
        [.. _updates.Values.SelectMany(update => Enumerable.Repeat(update, Repeats)).Take((int)call.Number("limit")).Select(update => update.DeepClone())]));
}
