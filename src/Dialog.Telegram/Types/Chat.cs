namespace Dialog.Telegram;

/// <summary>Where messages are exchanged: with one person, in a group, in a channel.</summary>
public sealed record Chat
{
    /// <summary>The id; up to 52 bits.</summary>
    public required long Id { get; init; }

    /// <summary><c>private</c>, <c>group</c>, <c>supergroup</c> or <c>channel</c>; more may come.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>The title of a group or channel.</summary>
    public string? Title { get; init; }

    /// <summary>The user name, without @.</summary>
    public string? Username { get; init; }

    /// <summary>The person's first name in a private chat.</summary>
    public string? FirstName { get; init; }

    /// <summary>The person's last name in a private chat.</summary>
    public string? LastName { get; init; }

    /// <summary>A chat with one person.</summary>
    public bool IsPrivate => Type == "private";

    /// <summary>A chat of several people.</summary>
    public bool IsGroup => Type is "group" or "supergroup";
}
