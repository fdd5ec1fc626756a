namespace Dialog.Matching;

/// <summary>An intent and the probability that it is the right answer.</summary>
/// <param name="Id">The intent's id in its training set.</param>
/// <param name="Confidence">0 to 1, calibrated.</param>
public sealed record RankedIntent(string Id, double Confidence);

/// <summary>What a model makes of a text.</summary>
/// <param name="Ranked">The best three intents, best first; fewer when the model has fewer. Never empty.</param>
public sealed record MatchResult(IReadOnlyList<RankedIntent> Ranked)
{
    /// <summary>The best intent.</summary>
    public RankedIntent Best => Ranked[0];

    /// <summary>The probability that the best intent is the right answer.</summary>
    public double Confidence => Ranked[0].Confidence;
}
