using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>How messengers are reached; what an owner enters for an account comes first.</summary>
public sealed class MessengerOptions
{
    /// <summary>
    /// What carries calls to messengers, such as a test's stand-in or a host's own connections; it stays the host's. A
    /// handler that logs addresses logs tokens. Default: connections of our own for each account.
    /// </summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>The address of a Bot API server for all accounts that name none. Default: each messenger's own.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The address of files for all accounts that name none. Default: each messenger's own.</summary>
    public Uri? FileAddress { get; set; }

    /// <summary>
    /// Whether owners may name addresses inside the server's own network, such as a Bot API server or a proxy beside it.
    /// Default: off, as on a server that many share an owner could reach what only the network is meant to reach.
    /// </summary>
    public bool PrivateAddresses { get; set; }

    /// <summary>How long a poll waits for updates. Default: 50 seconds, the most there is.</summary>
    public TimeSpan PollWait { get; set; } = BotClient.LongestPoll;
}
