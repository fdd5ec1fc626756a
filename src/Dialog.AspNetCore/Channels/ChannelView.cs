using System.Text.Json.Serialization;
using Dialog.AspNetCore.Problems;
using Dialog.Storage.Channels;
using Dialog.Telegram;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>A connected account as the bot's team sees it; it holds no secret.</summary>
public sealed record ChannelView
{
    public required string Id { get; init; }

    /// <summary><c>telegram</c> or <c>bale</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The account's name.</summary>
    public required string Name { get; init; }

    /// <summary>The account's user name, without @.</summary>
    public required string Username { get; init; }

    /// <summary>Where people open it.</summary>
    public required string Link { get; init; }

    public required bool HasPicture { get; init; }

    /// <summary><c>polling</c> or <c>webhook</c>.</summary>
    public required string Receiving { get; init; }

    /// <summary>Where the messenger delivers, without the secret at its end; null when it is polled.</summary>
    public required string? WebhookAddress { get; init; }

    /// <summary>Whether there is a public address a messenger can deliver to.</summary>
    public required bool CanWebhook { get; init; }

    public required bool IsOn { get; init; }

    /// <summary><c>receiving</c>, <c>troubled</c>, <c>stopped</c> or <c>off</c>.</summary>
    public required string State { get; init; }

    /// <summary>What is wrong.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemView? Problem { get; init; }

    /// <summary>When it is tried again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? NextTryAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BaseAddress { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FileAddress { get; init; }

    public required bool HasProxy { get; init; }

    public required DateTimeOffset ConnectedAt { get; init; }

    /// <summary>When the messenger last handed something over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastUpdateAt { get; init; }

    /// <summary>Messages that are still to be sent.</summary>
    public required int WaitingToSend { get; init; }

    /// <summary>Messages that could not be sent.</summary>
    public required int FailedToSend { get; init; }

    internal static ChannelView Of(Channel channel, ChannelState state, ChannelLoad load, string language, bool canWebhook) => new()
    {
        Id = channel.Id,
        Provider = channel.Provider,
        Name = channel.Name,
        Username = channel.Username,
        Link = DeepLink.Create(Providers.Of(channel.Provider)!, channel.Username).AbsoluteUri,
        HasPicture = channel.HasPicture,
        Receiving = channel.Receiving,
        WebhookAddress = channel.Receiving == Storage.Channels.Receiving.Webhook ? channel.PublicAddress + HookEndpoint.Path + "…" : null,
        CanWebhook = canWebhook,
        IsOn = channel.IsOn,
        State = state.Name,
        Problem = state.Problem?.In(language),
        NextTryAt = state.NextTry,
        BaseAddress = channel.BaseAddress,
        FileAddress = channel.FileAddress,
        HasProxy = channel.Proxy is not null,
        ConnectedAt = channel.ConnectedAt.Value,
        LastUpdateAt = channel.LastUpdateAt?.Value,
        WaitingToSend = load.Waiting,
        FailedToSend = load.Failed,
    };
}

/// <summary>All connected accounts of a bot.</summary>
public sealed record ChannelList(IReadOnlyList<ChannelView> Channels);

/// <summary>A connected account changed: pushed to the bot's desk.</summary>
public sealed record ChannelChange(string Bot, ChannelView Channel);

/// <summary>What connecting an account needs.</summary>
/// <param name="Provider"><c>telegram</c> or <c>bale</c>.</param>
/// <param name="Token">The account's token.</param>
/// <param name="BaseAddress">Another address for the Bot API than the messenger's own.</param>
/// <param name="FileAddress">Another address for files.</param>
/// <param name="Proxy">http, https or socks5, with name and password if need be.</param>
public sealed record NewChannel(string? Provider, string? Token, string? BaseAddress = null, string? FileAddress = null, string? Proxy = null);

/// <summary>What an owner changes of an account; null leaves it, empty text clears an address.</summary>
public sealed record ChannelPatch(
    bool? IsOn = null, string? Receiving = null, string? Token = null, string? BaseAddress = null, string? FileAddress = null, string? Proxy = null);
