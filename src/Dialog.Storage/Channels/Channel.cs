namespace Dialog.Storage.Channels;

/// <summary>How a channel's updates come.</summary>
public static class Receiving
{
    /// <summary>Dialog asks the messenger.</summary>
    public const string Polling = "polling";

    /// <summary>The messenger calls Dialog.</summary>
    public const string Webhook = "webhook";
}

/// <summary>A messenger's account connected to a bot.</summary>
public sealed record Channel
{
    public string Id { get; init; } = RandomId.New();

    public string BotId { get; init; } = "";

    /// <summary>The messenger: <c>telegram</c> or <c>bale</c>.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The messenger's own id of the account.</summary>
    public long Account { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The account's user name, without @.</summary>
    public string Username { get; init; } = "";

    /// <summary>The sealed token; storage can't read it.</summary>
    public string Token { get; init; } = "";

    public string? BaseAddress { get; init; }

    public string? FileAddress { get; init; }

    /// <summary>The sealed proxy, which may hold a password.</summary>
    public string? Proxy { get; init; }

    /// <summary>One of <see cref="Channels.Receiving"/>.</summary>
    public string Receiving { get; init; } = Channels.Receiving.Polling;

    /// <summary>Where Dialog can be reached from outside, for the webhook.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>The hash of the key in the webhook's path.</summary>
    public string? HookKey { get; init; }

    /// <summary>The hash of the secret a webhook call brings in a header.</summary>
    public string? HookSecret { get; init; }

    public bool IsOn { get; init; } = true;

    public bool HasPicture { get; init; }

    public Timestamp ConnectedAt { get; init; }

    public Timestamp? LastUpdateAt { get; init; }
}

/// <summary>What waits to be sent by a channel, and what could not be.</summary>
public sealed record ChannelLoad
{
    public int Waiting { get; init; }

    public int Failed { get; init; }
}

/// <summary>What became of connecting an account.</summary>
public enum Connected
{
    /// <summary>It is connected.</summary>
    Yes,

    /// <summary>The account is connected to some bot already.</summary>
    AccountTaken,

    /// <summary>The bot has an account of this messenger already.</summary>
    ProviderTaken,
}
