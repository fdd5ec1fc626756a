namespace Dialog.Matching.Evaluation;

/// <summary>How well a model does on messages it has not seen. Shares are fractions of 1.</summary>
/// <param name="Messages">How many messages were asked.</param>
/// <param name="OutOfScope">How many of them no intent answers.</param>
/// <param name="Accuracy">The share of the in-scope messages whose best intent is right, the threshold ignored.</param>
/// <param name="MacroF1">The harmonic mean of precision and recall, averaged over the intents asked for.</param>
/// <param name="Auroc">How often a right answer has more confidence than a wrong or foreign one (Hanley and McNeil 1982).</param>
/// <param name="Ece">The expected calibration error over ten equal bins (Naeini et al. 2015).</param>
/// <param name="CoverageAt90">The largest share of all messages that can be answered, most confident first, with nine of ten right.</param>
/// <param name="CoverageAt95">The same with nineteen of twenty right.</param>
public sealed record EvaluationReport(
    int Messages,
    int OutOfScope,
    double Accuracy,
    double MacroF1,
    double Auroc,
    double Ece,
    double CoverageAt90,
    double CoverageAt95)
{
    /// <summary>Of the answers given with a confidence in each tenth, how many there were and how many were right.</summary>
    public IReadOnlyList<ReliabilityBin> Reliability { get; init; } = [];

    /// <summary>The share of messages answered and the share of those that are wrong, for each threshold worth having.</summary>
    public IReadOnlyList<RiskPoint> RiskCoverage { get; init; } = [];

    /// <summary>Which intents are taken for which, most often first.</summary>
    public IReadOnlyList<Confusion> Confusions { get; init; } = [];
}

/// <summary>One tenth of the confidences.</summary>
public sealed record ReliabilityBin(double From, double To, int Messages, double MeanConfidence, double ShareRight);

/// <summary>What a threshold would mean.</summary>
public sealed record RiskPoint(double Threshold, double Coverage, double WrongShare);

/// <summary>An intent that was taken for another.</summary>
public sealed record Confusion(string IntentId, string TakenFor, int Messages);
