using Dialog.Matching.Features;
using Dialog.Matching.Learning;
using Dialog.Matching.Models;

namespace Dialog.Matching;

/// <summary>Fits the members of an ensemble to a choice of texts.</summary>
internal sealed class EnsembleTrainer(CountedTexts counted, PreparedSet prepared)
{
    private const int Large = 3_000;

    public sealed record Fitted(Ensemble Ensemble, ushort[] DocumentFrequency, int Documents, Vectorizer Vectorizer);

    /// <param name="texts">The texts to learn from.</param>
    /// <param name="threads">Threads for the members, which do not wait for each other.</param>
    /// <param name="cancellation">Ends the training.</param>
    public Fitted Fit(int[] texts, int threads, CancellationToken cancellation)
    {
        var frequency = counted.DocumentFrequency(texts);
        var vectorizer = new Vectorizer(frequency, texts.Length);
        var rows = counted.Rows(texts, vectorizer);
        var labels = Array.ConvertAll(texts, text => prepared.Labels[text]);
        var weights = Array.ConvertAll(texts, text => prepared.Weights[text]);
        var classes = prepared.IntentIds.Length;
        var features = counted.Index.Count;
        var large = texts.Length > Large;

        var work = Work.For(rows, classes, features);
        if (work.TooLarge)
            return new Fitted(new Ensemble(Rocchio.Train(rows, labels, weights, classes, features), []), frequency, texts.Length, vectorizer);

        SparseLinear? linear = null;
        LowRankSettings[] settings = large
            ? [new LowRankSettings(32, work.LowRankEpochs, 11), new LowRankSettings(32, work.LowRankEpochs, 12), new LowRankSettings(32, work.LowRankEpochs, 13)]
            : [new LowRankSettings(16, 20, 11), new LowRankSettings(16, 20, 12)];
        var members = new LowRankMember[settings.Length];
        Parallel.For(0, settings.Length + 1, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, task =>
        {
            if (task == 0)
            {
                var costs = Array.ConvertAll(weights, weight => weight * (large ? 0.5f : 1f));
                var solver = new CrammerSinger(rows, labels, costs, classes, features);
                solver.Solve(work.Epochs, large ? 0.05f : 0.01f, cancellation);
                linear = SparseLinear.Compress(solver.Weights, solver.Width, solver.BiasRow.AsSpan(0, classes));
            }
            else
            {
                var learner = new LowRankSoftmax(settings[task - 1], features, classes);
                learner.Train(rows, labels, weights, cancellation);
                members[task - 1] = LowRankMember.Compress(learner);
            }
        });
        return new Fitted(new Ensemble(linear!, members), frequency, texts.Length, vectorizer);
    }

    /// <summary>How many passes a set is worth, so that none takes minutes; ordinary bots get them all.</summary>
    private readonly record struct Work(bool TooLarge, int Epochs, int LowRankEpochs)
    {
        private const long LargestTable = 60_000_000;
        private const double Operations = 2e10;

        public static Work For(SparseRows rows, int classes, int features)
        {
            var pass = (double)rows.Total * ClassScores.Width(classes);
            var lowRank = ((double)rows.Total + ((double)rows.Count * classes)) * 64;
            return new Work(
                (long)features * classes > LargestTable || (long)rows.Count * classes > LargestTable / 4,
                (int)Math.Clamp(2 * Operations / Math.Max(1, pass), 3, 30),
                (int)Math.Clamp(Operations / Math.Max(1, lowRank), 2, 8));
        }
    }
}
