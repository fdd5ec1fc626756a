namespace Dialog.Storage.Bots;

/// <summary>The roles a person can have for a bot.</summary>
public static class Roles
{
    /// <summary>Trains, installs, invites, and may do all an agent may.</summary>
    public const string Owner = "owner";

    /// <summary>Works at the desk.</summary>
    public const string Agent = "agent";
}

/// <summary>A person's place in a bot's team.</summary>
public sealed record Member
{
    public string BotId { get; init; } = "";

    public string UserId { get; init; } = "";

    public string Role { get; init; } = "";

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string Language { get; init; } = "en";
}

/// <summary>An open invitation, as its link shows it.</summary>
public sealed record Invitation
{
    public string BotId { get; init; } = "";

    public string BotName { get; init; } = "";

    public string Role { get; init; } = "";

    public string InvitedBy { get; init; } = "";
}
