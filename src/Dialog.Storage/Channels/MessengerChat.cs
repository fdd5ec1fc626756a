namespace Dialog.Storage.Channels;

/// <summary>Why nothing can be sent to a chat until its person writes again.</summary>
public static class Unreachable
{
    public const string Blocked = "blocked";
    public const string Deactivated = "deactivated";
    public const string Gone = "gone";
}

/// <summary>A person as the messenger names them.</summary>
/// <param name="Name">First and last name.</param>
/// <param name="Username">Without @; many have none.</param>
public sealed record MessengerPerson(string Name, string? Username);

/// <summary>A person's private chat with a channel's account, and the conversation it carries.</summary>
public sealed record MessengerChat
{
    public string Id { get; init; } = RandomId.New();

    public string BotId { get; init; } = "";

    public string ChannelId { get; init; } = "";

    /// <summary>The messenger's id of the chat.</summary>
    public long Chat { get; init; }

    public string ConversationId { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Username { get; init; }

    /// <summary>One of <see cref="Channels.Unreachable"/>; null when the person can be written to.</summary>
    public string? Unreachable { get; init; }

    /// <summary>The sequence number up to which the conversation's events have been dealt with.</summary>
    public long Sent { get; init; }
}
