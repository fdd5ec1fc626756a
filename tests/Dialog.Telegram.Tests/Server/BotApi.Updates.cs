using System.Text.Json.Nodes;

namespace Dialog.Telegram.Tests;

internal sealed partial class BotApi
{
    private readonly SortedDictionary<long, JsonObject> _updates = [];
    private string _webhook = "";
    private TaskCompletionSource<Answer?>? _poll;

    /// <summary>Updates not confirmed yet.</summary>
    public int Pending
    {
        get
        {
            lock (_lock) return _updates.Count;
        }
    }

    public string? WebhookSecretGiven { get; private set; }

    public void Post(params IEnumerable<JsonObject> updates)
    {
        lock (_lock)
        {
            foreach (var update in updates) _updates[(long)update["update_id"]!] = update;
            _poll?.TrySetResult(null);
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
            _poll?.TrySetResult(Answer.Error(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
    }

    private async Task<Answer> GetUpdatesAsync(Call call, CancellationToken cancellation)
    {
        TaskCompletionSource<Answer?> poll;
        lock (_lock)
        {
            if (_webhook.Length > 0) return Answer.Error(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            if (call.Number("timeout") is < 0 or > 50 || call.Number("limit") is < 1 or > 100) return Answer.Error(400, "Bad Request: out of range");
            PollElsewhere();
            if (call.Fields["offset"] is not null)
                foreach (var id in _updates.Keys.Where(id => id < call.Number("offset")).ToArray())
                    _updates.Remove(id);
            if (_updates.Count > 0 || call.Number("timeout") == 0) return Batch(call);
            _poll = poll = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        await using var timer = time.CreateTimer(_ => poll.TrySetResult(null), null, TimeSpan.FromSeconds(call.Number("timeout")), Timeout.InfiniteTimeSpan);
        var answer = await poll.Task.WaitAsync(cancellation);
        lock (_lock) return answer ?? Batch(call);
    }

    private Answer Batch(Call call) => Answer.Ok(new JsonArray(
        [.. _updates.Values.Take((int)call.Number("limit")).Select(update => update.DeepClone())]));

    private Answer SetWebhook(Call call)
    {
        var address = new Uri(call.Text("url")!);
        if (address.Scheme != "https") return Answer.Error(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        if (address.Port is not (443 or 80 or 88 or 8443)) return Answer.Error(400, "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        WebhookSecretGiven = call.Text("secret_token");
        _webhook = address.AbsoluteUri;
        return Answer.True;
    }

    private Answer DeleteWebhook()
    {
        _webhook = "";
        return Answer.True;
    }
}
