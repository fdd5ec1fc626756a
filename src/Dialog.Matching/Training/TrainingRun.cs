using Dialog.Matching.Confidence;
using Dialog.Matching.Features;
using Dialog.Matching.Models;
using Dialog.Matching.Text;

namespace Dialog.Matching;

/// <summary>One training, from nothing or from a former model.</summary>
internal sealed class TrainingRun(IntentModel? former, TrainingSet set, TrainingOptions? options)
{
    /// <summary>With so large a share of the texts changed since they were, members are trained from nothing again.</summary>
    private const double MostDrift = 0.1;

    private const int FewRows = 60;
    private readonly TrainingOptions _options = options ?? new TrainingOptions();

    private int Threads => Math.Max(1, _options.Threads);

    public IntentModel Train(IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(set);
        var prepared = PreparedSet.From(set);
        progress?.Report(new TrainingProgress(0, "features"));
        var counted = CountedTexts.From(prepared.Texts, TextPipeline.Plain, cancellation, blocks: _options.WordVectors ? FeatureBlocks.Count : FeatureBlocks.Vectors, onlyWords: text => prepared.Weights[text] < PreparedSet.Full);
        var change = former is null ? null : SetChange.From(former, prepared);

        progress?.Report(new TrainingProgress(0.1, "members"));
        var (members, drift) = Members(prepared, counted, change, cancellation);

        progress?.Report(new TrainingProgress(0.4, "confidence"));
        var rounds = change is null ? CalibrationRounds.None : former!.Warm?.Rounds.Follow(change, prepared) ?? CalibrationRounds.None;
        var (calibrator, curve) = former is null ? Fit(CalibrationRounds.None, prepared) : (former.Parts.Calibrator.Follow(change!.Classes, prepared.IntentIds.Length), former.Parts.Curve);
        if (_options.FitConfidence)
        {
            rounds = HoldOut(prepared, counted, rounds, cancellation);
            (calibrator, curve) = Fit(rounds, prepared);
        }

        progress?.Report(new TrainingProgress(1, "done"));
        var parts = new ModelParts(
            prepared.IntentIds, counted.Index, members.DocumentFrequency, members.Documents, members.Ensemble, calibrator, curve,
            prepared.ExamplesPerIntent, prepared.Examples(), Vocabulary.From(prepared.Texts));
        var warm = members.Solution is { } solution ? new WarmStart(prepared.Keys, prepared.NegativeKeys, solution, rounds, drift) : null;
        return new IntentModel(parts, warm);
    }

    /// <summary>The members: the former ones where nothing has changed, trained from there where little has, else from nothing.</summary>
    private (EnsembleTrainer.Fitted Members, int Drift) Members(PreparedSet prepared, CountedTexts counted, SetChange? change, CancellationToken cancellation)
    {
        var warm = former?.Warm;
        var drift = (warm?.Drift ?? 0) + (change?.Changed ?? 0);
        if (warm is not null && change!.IsNone)
        {
            var parts = former!.Parts;
            return (new EnsembleTrainer.Fitted(parts.Ensemble, parts.DocumentFrequency, parts.Documents, warm.Solution), drift);
        }

        var start = warm is null || drift > MostDrift * prepared.Texts.Count
            ? null
            : new EnsembleStart(warm.Solution, change!, EnsembleStart.Places(former!.Parts.Index, counted.Index));
        var everything = Enumerable.Range(0, prepared.Texts.Count).ToArray();
        return (new EnsembleTrainer(counted, prepared).Fit(everything, Threads, cancellation, start), start is null ? 0 : drift);
    }

    private CalibrationRounds HoldOut(PreparedSet prepared, CountedTexts counted, CalibrationRounds known, CancellationToken cancellation)
    {
        var leave = new LeaveIntentsOut(prepared, counted);
        var share = Math.Clamp(_options.OutOfScopeShare, 0, 0.95);
        var rounds = new CalibrationRound[LeaveIntentsOut.Rounds(prepared.Texts.Count)];
        known = known.WeighedFor(share);
        var stale = known.Stale(rounds.Length, prepared.Texts.Count);
        if (known.Rounds.Length == rounds.Length)
            known.Rounds.CopyTo(rounds, 0);
        Parallel.ForEach(stale, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation }, round =>
            rounds[round] = new CalibrationRound([.. leave.Run(round, share, stale.Length == 1 ? Threads : 1, cancellation)], 0));
        return new CalibrationRounds(rounds, share);
    }

    /// <summary>With few rows of its own a bot borrows the curve that small bots have in common.</summary>
    private static (Calibrator Calibrator, ThresholdCurve Curve) Fit(CalibrationRounds rounds, PreparedSet prepared)
    {
        var rows = rounds.Rows;
        var prior = ConfidencePrior.Current;
        var calibrator = Calibrator.Fit(rows, prior, prepared.IntentIds.Length, whole: rounds.Rounds.Length is 0 or >= LeaveIntentsOut.Parts);
        var own = rows.Select(row => (calibrator.Confidence(row.Evidence, row.Predicted), row.Weight));
        var borrowed = prior.Confidences.Select(confidence => ((double)confidence, FewRows / (float)prior.Confidences.Length));
        return (calibrator, ThresholdCurve.From(own.Concat(borrowed)));
    }
}
