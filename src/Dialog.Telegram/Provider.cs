namespace Dialog.Telegram;

/// <summary>
/// What a messenger's Bot API can do and where it is. The differences between messengers live here and nowhere
/// else: code asks for an ability, never for a name.
/// </summary>
public sealed record Provider
{
    /// <summary>Telegram's own Bot API.</summary>
    public static Provider Telegram { get; } = new()
    {
        Name = "telegram",
        BaseAddress = new Uri("https://api.telegram.org"),
        FileAddress = new Uri("https://api.telegram.org/file"),
        LinkAddress = new Uri("https://t.me"),
    };

    /// <summary>Bale, Iran's messenger: the same methods with fewer abilities, and plain text only.</summary>
    public static Provider Bale { get; } = new()
    {
        Name = "bale",
        BaseAddress = new Uri("https://tapi.bale.ai"),
        FileAddress = new Uri("https://tapi.bale.ai/file"),
        LinkAddress = new Uri("https://ble.ir"),
        Html = false,
        SecretHeader = false,
        AllowedUpdates = false,
        RateLimitTexts = ["bot limit exceed", "local_rate_limited"],
        UnreachableTexts = ["no such group or user"],
    };

    /// <summary>A stable name, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>Methods are called at <c>{BaseAddress}/bot{token}/{method}</c>.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>Files are fetched at <c>{FileAddress}/bot{token}/{path}</c>.</summary>
    public required Uri FileAddress { get; init; }

    /// <summary>A person opens a bot at <c>{LinkAddress}/{bot's user name}</c>.</summary>
    public required Uri LinkAddress { get; init; }

    /// <summary>Whether messages may be marked up in HTML; where not, they go as plain text.</summary>
    public bool Html { get; init; } = true;

    /// <summary>Whether a webhook call carries the secret in a header; where not, put one into the webhook's path.</summary>
    public bool SecretHeader { get; init; } = true;

    /// <summary>Whether the kinds of updates to receive can be chosen.</summary>
    public bool AllowedUpdates { get; init; } = true;

    /// <summary>The longest text of a message, in UTF-16 units after markup has been read.</summary>
    public int TextLength { get; init; } = 4096;

    /// <summary>The longest caption of a photo or file, in UTF-16 units after markup has been read.</summary>
    public int CaptionLength { get; init; } = 1024;

    /// <summary>The longest text that answers a pressed button, in UTF-16 units.</summary>
    public int CallbackAnswerLength { get; init; } = 200;

    /// <summary>The largest file that can be sent, in bytes.</summary>
    public long UploadBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>The largest picture that can be sent as a photo, in bytes; a larger one goes as a document.</summary>
    public long PhotoBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>The largest file that can be fetched, in bytes.</summary>
    public long DownloadBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>The ports a webhook may listen on.</summary>
    public IReadOnlyList<int> WebhookPorts { get; init; } = [443, 80, 88, 8443];

    /// <summary>How fast a bot may send.</summary>
    public Pace Pace { get; init; } = new();

    /// <summary>Words in an error that mean "too many", whatever its code; such an error names no time to wait.</summary>
    public IReadOnlyList<string> RateLimitTexts { get; init; } = [];

    /// <summary>Words in an error that mean "this chat does not exist for the bot", whatever its code.</summary>
    public IReadOnlyList<string> UnreachableTexts { get; init; } = [];

    /// <summary>Whether a webhook can be set to this address: HTTPS, on one of <see cref="WebhookPorts"/>.</summary>
    public bool AcceptsWebhook(Uri address) =>
        address is { IsAbsoluteUri: true } && address.Scheme == Uri.UriSchemeHttps && WebhookPorts.Contains(address.Port);
}
