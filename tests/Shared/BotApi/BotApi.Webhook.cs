using System.Text.Json.Nodes;

namespace Dialog.Tests.Messengers;

internal sealed partial class BotApi
{
    private readonly HashSet<long> _underway = [];
    private string _webhook = "";
    private DateTimeOffset? _hookFailed;

    public string? WebhookSecretGiven { get; private set; }

    /// <summary>Where updates are to be sent; empty when the bot polls.</summary>
    public string Webhook
    {
        get
        {
            lock (_lock) return _webhook;
        }
    }

    /// <summary>
    /// The next update for the webhook, once there is one: of one chat at most one is underway, so that each chat
    /// keeps its order. Give it back with <see cref="Delivered"/> or <see cref="NotDelivered"/>.
    /// </summary>
    internal async Task<WebhookUpdate> NextDeliveryAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await WhenAsync(() => Deliverable() is not null).WaitAsync(cancellation);
            lock (_lock)
            {
                if (Deliverable() is not { } update) continue;
                _underway.Add(update.Chat);
                return update;
            }
        }
    }

    internal void Delivered(WebhookUpdate update)
    {
        lock (_lock)
        {
            _updates.Remove(update.Id);
            Release(update);
        }
    }

    internal void NotDelivered(WebhookUpdate update)
    {
        lock (_lock)
        {
            _hookFailed = time.GetUtcNow();
            Release(update);
        }
    }

    private void Release(WebhookUpdate update)
    {
        _underway.Remove(update.Chat);
        Changed();
    }

    private ApiAnswer GetWebhookInfo()
    {
        var info = new JsonObject { ["url"] = _webhook, ["pending_update_count"] = _updates.Count };
        if (_hookFailed is { } failed)
        {
            info["last_error_date"] = failed.ToUnixTimeSeconds();
            info["last_error_message"] = "Wrong response from the webhook: 500 Internal Server Error";
        }
        return ApiAnswer.Ok(info);
    }

    private WebhookUpdate? Deliverable()
    {
        if (_webhook.Length == 0) return null;
        foreach (var (id, update) in _updates)
        {
            if (ChatOf(update) is var chat && !_underway.Contains(chat))
                return new WebhookUpdate(id, chat, new Uri(_webhook), WebhookSecretGiven, update.ToJsonString());
        }
        return null;
    }

    private static long ChatOf(JsonObject update)
    {
        var content = update.Single(field => field.Key != "update_id").Value!;
        return (long)(content["chat"] ?? content["message"]!["chat"])!["id"]!;
    }

    private ApiAnswer SetWebhook(ApiCall call)
    {
        var address = new Uri(call.Text("url")!);
        if (address.Scheme != "https") return ApiAnswer.Error(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        if (address.Port is not (443 or 80 or 88 or 8443)) return ApiAnswer.Error(400, "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        WebhookSecretGiven = call.Text("secret_token");
        if (WebhookSecretGiven is { } secret && (secret.Length is < 1 or > 256 || !secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')))
            return ApiAnswer.Error(400, "Bad Request: secret token contains unallowed characters");
        AskFor(call);
        _webhook = address.AbsoluteUri;
        _poll?.TrySetResult(ApiAnswer.Error(409, "Conflict: terminated by setWebhook request"));
        DropPending(call);
        return ApiAnswer.True;
    }

    private ApiAnswer DeleteWebhook(ApiCall call)
    {
        _webhook = "";
        DropPending(call);
        return ApiAnswer.True;
    }

    private void DropPending(ApiCall call)
    {
        if (call.Text("drop_pending_updates") == "true") _updates.Clear();
    }
}

/// <summary>An update on its way to a webhook.</summary>
internal sealed record WebhookUpdate(long Id, long Chat, Uri Address, string? Secret, string Json);
