using Dialog.Matching.Features;
using Dialog.Matching.Learning;
using Dialog.Matching.Models;

namespace Dialog.Matching;

/// <summary>Fits the members of an ensemble to a choice of texts.</summary>
internal sealed class EnsembleTrainer(CountedTexts counted, PreparedSet prepared)
{
    private const int Large = 3_000;

    /// <summary>A trained ensemble; without a solution where the set is too large for solvers.</summary>
    public sealed record Fitted(Ensemble Ensemble, StoredArray<ushort> DocumentFrequency, int Documents, EnsembleSolution? Solution)
    {
        public Vectorizer Vectorizer => new(DocumentFrequency, Documents);
    }

    /// <param name="texts">The texts to learn from.</param>
    /// <param name="threads">Threads for the members, which do not wait for each other.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <param name="start">A solution to go on from, for the same texts; null starts from nothing.</param>
    public Fitted Fit(int[] texts, int threads, CancellationToken cancellation, EnsembleStart? start = null)
    {
        var frequency = counted.DocumentFrequency(texts);
        var vectorizer = new Vectorizer(frequency, texts.Length);
        var rows = counted.Rows(texts, vectorizer);
        var labels = Array.ConvertAll(texts, text => prepared.Labels[text]);
        var seeds = Array.ConvertAll(texts, text => prepared.Seeds[text]);
        var weights = Array.ConvertAll(texts, text => prepared.Weights[text]);
        var classes = prepared.IntentIds.Length;
        var large = texts.Length > Large;

        var work = Work.For(rows, classes, counted.Index.Count);
        if (work.TooLarge)
            return new Fitted(new Ensemble(Rocchio.Train(rows, labels, weights, classes, counted.Index.Count), []), frequency, texts.Length, null);

        SparseLinear? linear = null;
        SparseDuals? duals = null;
        LowRankSettings[] settings = large
            ? [.. Enumerable.Range(11, 2).Select(seed => new LowRankSettings(32, work.LowRankEpochs, (ulong)seed) { Spread = 1f / 32 })]
            : [.. Enumerable.Range(11, 3).Select(seed => new LowRankSettings(16, 8, (ulong)seed) { Rate = 0.06f })];
        if (start?.Solution.Members.Length != settings.Length)
            start = null;
        var known = Array.ConvertAll(texts, text => start is not null && start.Change.Texts[text] >= 0);

        var columns = FeatureColumns.From(rows, counted.Index.Count, counted.Dimensions);
        var lengths = columns.Lengths(rows);

        // Many examples teach the low-rank members as much as words' vectors could: without them they do as well, for less time.
        var width = large ? columns.Vectors : columns.Count;
        var sums = columns.Sums(rows, width);
        var features = columns.First().AsSpan(0, width).ToArray();
        var hashes = Array.ConvertAll(features, feature => counted.Index.Hashes[feature]);
        var members = new LowRankStart[settings.Length];
        Parallel.For(0, settings.Length + 1, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, task =>
        {
            if (task == 0)
            {
                var costs = Array.ConvertAll(weights, weight => weight * (large ? 0.5f : 1f));
                var solver = new CrammerSinger(lengths, labels, costs, classes, columns.Count);
                if (start is not null)
                    solver.Resume(start.Solution.Duals, start.Change.Texts, start.Change.Classes);
                solver.Solve(work.Epochs, large ? 0.05f : 0.03f, cancellation);
                linear = SparseLinear.Compress(columns, columns.Parts(rows, lengths), solver.Weights, solver.Width, solver.BiasRow.AsSpan(0, classes));
                duals = SparseDuals.From(solver, labels);
            }
            else
            {
                var learner = new LowRankSoftmax(settings[task - 1], columns, hashes, prepared.IntentSeeds);
                if (start is not null)
                    learner.Resume(start.Solution.Members[task - 1], Array.ConvertAll(features, feature => start.Features[feature]), start.Change.Classes);
                learner.Train(sums, seeds, labels, weights, known, cancellation);
                members[task - 1] = LowRankStart.From(LowRankMember.Compress(learner, columns), learner);
            }
        });
        return new Fitted(
            new Ensemble(linear!, Array.ConvertAll(members, member => member.Member)), frequency, texts.Length, new EnsembleSolution(duals!, members));
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
                (int)Math.Clamp(Operations / Math.Max(1, lowRank), 2, 9));
        }
    }
}
