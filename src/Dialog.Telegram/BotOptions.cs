namespace Dialog.Telegram;

/// <summary>What a <see cref="BotClient"/> needs to know. Addresses and proxy are settings of each bot.</summary>
public sealed record BotOptions
{
    /// <summary>The bot's token.</summary>
    public required BotToken Token { get; init; }

    /// <summary>The messenger; <see cref="Provider.Telegram"/> by default.</summary>
    public Provider Provider { get; init; } = Provider.Telegram;

    /// <summary>Another address for methods than the provider's, such as a mirror's or a local Bot API server's.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>Another address for files than the provider's.</summary>
    public Uri? FileAddress { get; init; }

    /// <summary>A proxy, http, https or socks5, its name and password in the user part;
    /// the environment's (<c>HTTPS_PROXY</c>) by default.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>
    /// Whether only the public internet is connected to, the proxy included; false by default. Turn it on where addresses
    /// come from people who must not reach the server's own network. Not for a given handler, whose connections are its
    /// own, nor with a proxy in the environment that is itself inside.
    /// </summary>
    public bool PublicOnly { get; init; }

    /// <summary>How long one attempt of a call may take; 20 s. Long polling adds what it asked the server to wait.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one attempt to carry a file may take; 5 min.</summary>
    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a call that may safely be repeated is tried again after a network error or a 5xx; 3.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The pause before the first retry, doubled for each further one, with jitter; 500 ms.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long a call waits at most while the messenger has told the bot to slow down; 1 min. A longer pause fails
    /// at once with <see cref="BotProblem.TooMany"/>, so that the caller may come back later.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The messenger and the bot's id; no secret of the token or the proxy.</summary>
    public override string ToString() => $"{Provider.Name} {Token}";

    internal Uri MethodAddress(string method) => Address(BaseAddress ?? Provider.BaseAddress, method);

    internal Uri DownloadAddress(string path) =>
        Address(FileAddress ?? Provider.FileAddress, string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));

    private Uri Address(Uri root, string rest) => new($"{root.AbsoluteUri.TrimEnd('/')}/bot{Token.Reveal()}/{rest}");
}
