namespace Dialog.Cli.Load;

/// <summary>What a load run does.</summary>
/// <param name="Hub">The visitors' hub, <c>ws</c> or <c>wss</c>.</param>
/// <param name="Bot">The bot's public key.</param>
/// <param name="Connections">WebSockets held open, a visitor each.</param>
/// <param name="Rate">Messages a second over all connections; 0 keeps the connections idle.</param>
/// <param name="Seconds">How long to send.</param>
/// <param name="Messages">What the visitors say, in turn; null for questions in the bot's language.</param>
internal sealed record LoadOptions(Uri Hub, string Bot, int Connections, double Rate, double Seconds, IReadOnlyList<string>? Messages)
{
    private const string HubPath = "/hubs/chat";

    /// <summary>Where the visitors' hub is for a server mounted at this address.</summary>
    public static Uri HubOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || WebSocketScheme(address.Scheme) is not { } scheme || address.Host.Length == 0)
            throw new InputException($"--url {url}: this is no address of a server; it looks like http://localhost:5080.");
        var path = address.AbsolutePath.TrimEnd('/');
        return new UriBuilder(address)
        {
            Scheme = scheme,
            Path = path.EndsWith(HubPath, StringComparison.Ordinal) ? path : path + HubPath,
            Query = "",
            Fragment = "",
        }.Uri;
    }

    private static string? WebSocketScheme(string scheme) => scheme switch
    {
        "http" or "ws" => "ws",
        "https" or "wss" => "wss",
        _ => null,
    };
}
