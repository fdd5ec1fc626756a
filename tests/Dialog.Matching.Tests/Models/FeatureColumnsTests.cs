using Dialog.Matching.Features;
using Dialog.Matching.Learning;
using Dialog.Matching.Models;
using Dialog.Matching.Text;

namespace Dialog.Matching.Tests.Models;

public sealed class FeatureColumnsTests
{
    [Test]
    public void Features_of_one_example_share_a_column_and_others_have_their_own()
    {
        // Feature 0 is in all examples, 4 in none, 5 is a dimension of the text's vector.
        var rows = Rows(200, row => row == 0 ? [(0, 1f), (1, 3f), (2, 4f), (5, 2f)] : row == 1 ? [(0, 1f), (3, 7f), (5, 2f)] : [(0, 1f)]);
        var columns = FeatureColumns.From(rows, 6, [5]);

        Assert.That(columns.Places.Span.ToArray(), Is.EqualTo(new[] { 0, 1, 1, 2, -1, 3 }));
        Assert.That((columns.Lone, columns.Vectors, columns.Count), Is.EqualTo((1, 3, 4)));
        Assert.That(columns.First(), Is.EqualTo(new[] { 0, 1, 3, 5 }));
        var lengths = columns.Lengths(rows);
        Assert.That(lengths.Ids(0).ToArray(), Is.EqualTo(new[] { 0, 3, 1 }));
        Assert.That(lengths.Values(0).ToArray(), Is.EqualTo(new[] { 1f, 2f, 5f }));
        Assert.That(columns.Parts(rows, lengths), Is.EqualTo(new[] { 1f, 0.6f, 0.8f, 1f, 1f, 1f }));
        Assert.That(columns.Sums(rows, columns.Vectors).Values(0).ToArray(), Is.EqualTo(new[] { 1f, 7f }), "without the vector");
    }

    [Test]
    public void Features_of_a_tiny_set_stay_apart() =>
        Assert.That(FeatureColumns.From(Rows(2, row => [(row, 1f), (2, 1f)]), 3, []).Places.Span.ToArray(), Is.EqualTo(new[] { 0, 1, 2 }));

    [Test]
    public void What_a_support_vector_machine_learns_by_columns_is_what_it_learns_by_features()
    {
        var prepared = PreparedSet.From(Shops.Demo("en").Set);
        var counted = CountedTexts.From(prepared.Texts, TextPipeline.Plain, CancellationToken.None);
        int[] texts = [.. Enumerable.Range(0, prepared.Texts.Count)];
        var rows = counted.Rows(texts, new Vectorizer(counted.DocumentFrequency(texts), texts.Length));
        var columns = FeatureColumns.From(rows, counted.Index.Count, counted.Dimensions);
        var lengths = columns.Lengths(rows);
        var parts = columns.Parts(rows, lengths);
        Assume.That(columns.Count, Is.LessThan(counted.Index.Count / 2));

        var apart = Solve(rows, counted.Index.Count, prepared);
        var together = Solve(lengths, columns.Count, prepared);

        for (var feature = 0; feature < counted.Index.Count; feature++)
        {
            for (var k = 0; k < prepared.IntentIds.Length; k++)
                Assert.That(parts[feature] * together.Weights[(columns.Places[feature] * together.Width) + k], Is.EqualTo(apart.Weights[(feature * apart.Width) + k]).Within(1e-3));
        }
    }

    private static CrammerSinger Solve(SparseRows rows, int features, PreparedSet prepared)
    {
        var solver = new CrammerSinger(rows, [.. prepared.Labels], [.. prepared.Weights], prepared.IntentIds.Length, features);
        solver.Solve(100, 0.001f, CancellationToken.None);
        return solver;
    }

    private static SparseRows Rows(int count, Func<int, (int Id, float Value)[]> row)
    {
        var all = Enumerable.Range(0, count).Select(row).ToArray();
        var starts = new int[count + 1];
        for (var i = 0; i < count; i++)
            starts[i + 1] = starts[i] + all[i].Length;
        return new SparseRows(starts, [.. all.SelectMany(one => one.Select(pair => pair.Id))], [.. all.SelectMany(one => one.Select(pair => pair.Value))]);
    }
}
