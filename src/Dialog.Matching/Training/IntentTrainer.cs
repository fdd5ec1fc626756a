using Dialog.Matching.Confidence;
using Dialog.Matching.Features;
using Dialog.Matching.Models;
using Dialog.Matching.Text;

namespace Dialog.Matching;

/// <summary>Makes a model from what a bot's people know.</summary>
public static class IntentTrainer
{
    private const int FewRows = 60;

    /// <summary>Trains a model: the same set gives the same model, byte for byte, for any number of threads.</summary>
    /// <param name="set">From one intent with one example up to <see cref="TrainingLimits"/>.</param>
    /// <param name="options">Defaults to the one configuration.</param>
    /// <param name="progress">Told of each step; may be called from any thread.</param>
    /// <param name="cancellation">Ends the training with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="TrainingException">There is nothing to train from, or too much.</exception>
    public static IntentModel Train(
        TrainingSet set,
        TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        options ??= new TrainingOptions();
        var threads = Math.Max(1, options.Threads);
        var prepared = PreparedSet.From(set);
        progress?.Report(new TrainingProgress(0, "features"));
        var counted = CountedTexts.From(prepared.Texts, TextPipeline.Plain, cancellation);

        progress?.Report(new TrainingProgress(0.1, "members"));
        var everything = Enumerable.Range(0, prepared.Texts.Count).ToArray();
        var fitted = new EnsembleTrainer(counted, prepared).Fit(everything, threads, cancellation);

        progress?.Report(new TrainingProgress(0.4, "confidence"));
        var rows = options.FitConfidence ? HoldOut(prepared, counted, options, threads, cancellation) : [];
        var prior = ConfidencePrior.Current;
        var calibrator = Calibrator.Fit(rows, prior, prepared.IntentIds.Length);
        var curve = Curve(rows, calibrator, prior);

        progress?.Report(new TrainingProgress(1, "done"));
        return new IntentModel(new ModelParts(
            prepared.IntentIds, counted.Index, fitted.DocumentFrequency, fitted.Documents, fitted.Ensemble, calibrator, curve,
            prepared.ExamplesPerIntent, prepared.Examples(), Vocabulary.From(prepared.Texts)));
    }

    private static List<CalibrationRow> HoldOut(PreparedSet prepared, CountedTexts counted, TrainingOptions options, int threads, CancellationToken cancellation)
    {
        var leave = new LeaveIntentsOut(prepared, counted);
        var share = Math.Clamp(options.OutOfScopeShare, 0, 0.95);
        var rounds = new List<CalibrationRow>[LeaveIntentsOut.Rounds(prepared.Texts.Count)];
        Parallel.For(0, rounds.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, round =>
            rounds[round] = leave.Run(round, share, rounds.Length == 1 ? threads : 1, cancellation));
        return [.. rounds.SelectMany(round => round)];
    }

    /// <summary>With few rows of its own a bot borrows the curve that small bots have in common.</summary>
    private static ThresholdCurve Curve(List<CalibrationRow> rows, Calibrator calibrator, ConfidencePrior prior)
    {
        var own = rows.Select(row => (calibrator.Confidence(row.Evidence, row.Predicted), row.Weight));
        var borrowed = prior.Confidences.Select(confidence => ((double)confidence, FewRows / (float)prior.Confidences.Length));
        return ThresholdCurve.From(own.Concat(borrowed));
    }
}
