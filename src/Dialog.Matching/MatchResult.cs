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

    /// <summary>What to do with it, for a threshold from <see cref="IntentModel.ThresholdFor"/>.</summary>
    /// <param name="threshold">The smallest confidence to act on.</param>
    public MatchOutcome Decide(double threshold)
    {
        if (Confidence >= threshold)
            return MatchOutcome.Answer;
        return Ranked.Count > 1 && Confidence + Ranked[1].Confidence >= threshold && Ranked[1].Confidence >= Confidence / 3
            ? MatchOutcome.Unsure
            : MatchOutcome.HandOff;
    }
}

/// <summary>What a confidence is good for.</summary>
public enum MatchOutcome
{
    /// <summary>Sure enough to answer.</summary>
    Answer,

    /// <summary>One of the first two is likely right, and neither alone: ask which was meant.</summary>
    Unsure,

    /// <summary>Neither: a person should answer.</summary>
    HandOff,
}
