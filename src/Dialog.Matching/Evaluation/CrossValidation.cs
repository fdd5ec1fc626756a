using Dialog.Matching.Learning;

namespace Dialog.Matching.Evaluation;

/// <summary>k-fold cross-validation: every example is asked once, of a model that has not seen it (Stone 1974).</summary>
public static class CrossValidation
{
    /// <summary>Asks each example of the model trained without its fold; each intent is spread evenly over the folds.</summary>
    /// <param name="set">The bot's training set. The only example of an intent is never held out.</param>
    /// <param name="folds">2 to 20.</param>
    /// <param name="options">How to train.</param>
    /// <param name="progress">Told the share of folds done.</param>
    /// <param name="cancellation">Ends it.</param>
    public static IReadOnlyList<EvaluationOutcome> Run(
        TrainingSet set,
        int folds = 5,
        TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, 20);
        var places = Places(set, folds);
        var outcomes = new List<EvaluationOutcome>();
        for (var fold = 0; fold < folds; fold++)
        {
            progress?.Report(new TrainingProgress((double)fold / folds, "folds"));
            var kept = set with { Intents = [.. set.Intents.Select((intent, i) => intent with { Examples = [.. intent.Examples.Where((_, j) => places[i][j] != fold)] })] };
            var asked = set.Intents.SelectMany((intent, i) => intent.Examples.Where((_, j) => places[i][j] == fold).Select(text => new EvaluationCase(intent.Id, text))).ToArray();
            if (asked.Length > 0)
                outcomes.AddRange(Evaluator.Ask(IntentTrainer.Train(kept, options, null, cancellation), asked));
        }

        progress?.Report(new TrainingProgress(1, "done"));
        return outcomes;
    }

    private static int[][] Places(TrainingSet set, int folds)
    {
        var random = new SplitMix64(29);
        var next = 0;
        return [.. set.Intents.Select(intent =>
        {
            var order = Enumerable.Range(0, intent.Examples.Count).ToArray();
            random.Shuffle(order);
            var fold = new int[order.Length];
            for (var i = 0; i < order.Length; i++)
                fold[order[i]] = order.Length == 1 ? -1 : next++ % folds;
            return fold;
        })];
    }
}
