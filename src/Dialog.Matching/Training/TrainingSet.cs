namespace Dialog.Matching;

/// <summary>One thing visitors want: how they say it, and what is known about it.</summary>
/// <param name="Id">The caller's name for it; comes back from a match. Unique in its set.</param>
/// <param name="Examples">Phrasings. Empty or unreadable ones are left out.</param>
/// <param name="Title">A short name in people's words; evidence of its own, weaker than an example.</param>
/// <param name="Answer">What the bot says; its first sentences are evidence of their own, weaker than the title.</param>
public sealed record TrainingIntent(string Id, IReadOnlyList<string> Examples, string? Title = null, string? Answer = null);

/// <summary>All that one bot is trained from.</summary>
/// <param name="Intents">At least one, at most 5,000, with at most 200,000 examples together.</param>
public sealed record TrainingSet(IReadOnlyList<TrainingIntent> Intents)
{
    /// <summary>
    /// Messages that no intent answers ("not for us", "not my answer"): the confidence learns from them to stay low. They take
    /// no part in telling the intents apart.
    /// </summary>
    public IReadOnlyList<string> Negatives { get; init; } = [];
}
