namespace Dialog.Storage.Accounts;

/// <summary>A person who signs in: an owner or an agent, of any number of bots.</summary>
public sealed record Account
{
    public string Id { get; init; } = RandomId.New();

    public string Email { get; set; } = "";

    /// <summary>The address in the form in which it is compared.</summary>
    public string EmailKey { get; set; } = "";

    /// <summary>The name visitors see.</summary>
    public string Name { get; set; } = "";

    /// <summary><c>fa</c> or <c>en</c>: the language this person is spoken to in.</summary>
    public string Language { get; set; } = "en";

    public string PasswordHash { get; set; } = "";

    /// <summary>Changes when the password does; signs out every older cookie.</summary>
    public string SecurityStamp { get; set; } = "";

    public int FailedSignIns { get; set; }

    public Timestamp? LockedUntil { get; set; }

    public Timestamp CreatedAt { get; init; }
}
