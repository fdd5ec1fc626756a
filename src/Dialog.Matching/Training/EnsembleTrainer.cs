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

        SparseLinear? linear = null;
        LowRankSettings[] settings = large
            ? [new LowRankSettings(32, 8, 11), new LowRankSettings(32, 8, 12)]
            : [new LowRankSettings(16, 20, 11), new LowRankSettings(16, 20, 12)];
        var members = new LowRankMember[settings.Length];
        Parallel.For(0, settings.Length + 1, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, task =>
        {
            if (task == 0)
            {
                var costs = Array.ConvertAll(weights, weight => weight * (large ? 0.5f : 1f));
                var solver = new CrammerSinger(rows, labels, costs, classes, features);
                solver.Solve(30, large ? 0.05f : 0.01f, cancellation);
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
}
