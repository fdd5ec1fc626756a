namespace Dialog.Matching;

/// <summary>How far a training is.</summary>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Step">A stable name of the step at hand: <c>features</c>, <c>members</c>, <c>confidence</c>, <c>done</c>.</param>
public sealed record TrainingProgress(double Share, string Step);
