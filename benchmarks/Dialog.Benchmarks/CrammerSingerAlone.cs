using Dialog.Matching;
using Dialog.Matching.Features;
using Dialog.Matching.Learning;
using Dialog.Matching.Text;

namespace Dialog.Benchmarks;

/// <summary>The yardstick: Crammer–Singer on the four blocks and nothing else, without titles, meanings or other members.</summary>
internal static class CrammerSingerAlone
{
    private const int Folds = 5;

    public static double MassiveFa()
    {
        var rows = Data.Rows("massive-fa/train");
        var labels = rows.Select(row => row.Label).Distinct().ToArray();
        var counted = CountedTexts.From([.. rows.Select(row => row.Text)], TextPipeline.Plain, CancellationToken.None, FeatureBlocks.Meanings);
        var right = 0;
        var folds = rows.Select((row, i) => (row, i)).GroupBy(pair => pair.row.Label).SelectMany(group => group.Select((pair, i) => (pair.i, Fold: i % Folds))).OrderBy(pair => pair.i).Select(pair => pair.Fold).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var kept = Enumerable.Range(0, rows.Count).Where(i => folds[i] != fold).ToArray();
            var vectorizer = new Vectorizer(counted.DocumentFrequency(kept), kept.Length);
            var solver = new CrammerSinger(
                counted.Rows(kept, vectorizer), [.. kept.Select(i => Array.IndexOf(labels, rows[i].Label))], [.. kept.Select(_ => 1f)], labels.Length, counted.Index.Count);
            solver.Solve(30, 0.01f, CancellationToken.None);
            var vector = new FeatureVector();
            var scores = new float[solver.Width];
            foreach (var i in Enumerable.Range(0, rows.Count).Where(i => folds[i] == fold))
            {
                counted.Vectorize(i, vectorizer, vector);
                solver.BiasRow.CopyTo(scores, 0);
                ClassScores.Add(vector.Ids, vector.Values, solver.Weights, scores);
                right += labels[scores.AsSpan(0, labels.Length).IndexOf(scores.AsSpan(0, labels.Length).ToArray().Max())] == rows[i].Label ? 1 : 0;
            }
        }

        return (double)right / rows.Count;
    }
}
