namespace Dialog.Matching;

/// <summary>How a bot is trained. The defaults are the one configuration for every bot; an owner tunes nothing.</summary>
public sealed record TrainingOptions
{
    /// <summary>Threads to use. Default: as many as there are cores. The model is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// The share of this bot's messages that have no right answer among its intents, 0 to 0.95. Default a third; a bot with
    /// conversations gives its own (<see cref="Matching.OutOfScopeShare.Estimate"/>). It moves all confidences, not the order of intents.
    /// </summary>
    public double OutOfScopeShare { get; init; } = Matching.OutOfScopeShare.Unknown;

    /// <summary>
    /// Whether the vector of a text's words, trained beforehand, is one more block of features. Default true; false is for
    /// measuring what it is worth (<c>benchmarks/results/vectors.md</c>).
    /// </summary>
    public bool WordVectors { get; init; } = true;

    /// <summary>
    /// Whether to hold texts out and fit the confidence on them. Default true. Without it confidences are those small bots
    /// have in common; several times faster.
    /// </summary>
    public bool FitConfidence { get; init; } = true;
}
