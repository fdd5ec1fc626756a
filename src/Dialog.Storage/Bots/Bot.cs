namespace Dialog.Storage.Bots;

/// <summary>A tenant: one business's bot.</summary>
public sealed record Bot
{
    public string Id { get; init; } = RandomId.New();

    /// <summary>The key in the website's snippet. Public: it names the bot and opens nothing else.</summary>
    public string PublicKey { get; init; } = RandomId.New();

    public string Name { get; init; } = "";

    /// <summary><c>fa</c> or <c>en</c>: the language the bot speaks.</summary>
    public string Language { get; init; } = "en";

    public string Greeting { get; init; } = "";

    /// <summary>The share of wrong answers the owner puts up with, 0.01 to 0.3.</summary>
    public double WrongShare { get; init; } = 0.1;

    /// <summary>Grows with every change of the knowledge; a model of a lower revision is out of date.</summary>
    public long Revision { get; init; }

    public Timestamp CreatedAt { get; init; }
}

/// <summary>A bot as one of its members sees it in a list.</summary>
public sealed record BotOfMember
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Language { get; init; } = "en";

    public string Role { get; init; } = "";

    /// <summary>Conversations that wait for a person.</summary>
    public int Waiting { get; init; }
}
