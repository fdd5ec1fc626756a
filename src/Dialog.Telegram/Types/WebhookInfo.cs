namespace Dialog.Telegram;

/// <summary>Where updates are sent and how that goes.</summary>
public sealed record WebhookInfo
{
    /// <summary>The address; empty when there is no webhook.</summary>
    public string Url { get => field ?? ""; init; }

    /// <summary>Updates waiting to be delivered.</summary>
    public int PendingUpdateCount { get; init; }

    /// <summary>When a delivery last failed.</summary>
    public DateTimeOffset? LastErrorDate { get; init; }

    /// <summary>Why it failed, in English.</summary>
    public string? LastErrorMessage { get; init; }

    /// <summary>Whether updates go to a webhook at all.</summary>
    public bool IsSet => Url.Length > 0;
}
