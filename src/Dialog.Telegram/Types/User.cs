namespace Dialog.Telegram;

/// <summary>A person or a bot.</summary>
public sealed record User
{
    /// <summary>The id, the same in every chat of the messenger; up to 52 bits.</summary>
    public required long Id { get; init; }

    /// <summary>Whether it is a bot.</summary>
    public bool IsBot { get; init; }

    /// <summary>The first, often the only name.</summary>
    public string FirstName { get => field ?? ""; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The user name, without @.</summary>
    public string? Username { get; init; }

    /// <summary>The language of the person's app, an IETF tag such as <c>fa</c>.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>First and last name together.</summary>
    public string FullName => $"{FirstName} {LastName}".Trim();
}
