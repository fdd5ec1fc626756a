namespace Dialog.Storage.Knowledge;

/// <summary>One thing visitors want: how they say it, and what is answered.</summary>
public sealed record Intent
{
    public string Id { get; init; } = RandomId.New();

    public string Title { get; init; } = "";

    public string Answer { get; init; } = "";

    public IReadOnlyList<string> Examples { get; init; } = [];

    public Timestamp UpdatedAt { get; init; }
}

/// <summary>A message that no intent answers.</summary>
public sealed record Negative
{
    public string Id { get; init; } = "";

    public string Text { get; init; } = "";
}

/// <summary>All a bot knows, at one revision.</summary>
public sealed record KnowledgeSnapshot(long Revision, IReadOnlyList<Intent> Intents)
{
    /// <summary>Messages that no intent answers, oldest first.</summary>
    public IReadOnlyList<Negative> Negatives { get; init; } = [];

    /// <summary>Phrasings over all intents.</summary>
    public int Examples => Intents.Sum(intent => intent.Examples.Count);
}
