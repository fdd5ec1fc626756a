using Dialog.Matching.Models;

namespace Dialog.Matching.Tests.Models;

public sealed class SparseLinearTests
{
    private const int Width = 24;
    private const int Classes = 21;

    // Three features: one that matters to a single class, one that matters to all, and one that matters to none.
    private static readonly float[] Rows = [.. Row(k => k == 4 ? 0.9f : 0), .. Row(k => 0.1f * (k - 10)), .. Row(_ => 0)];
    private static readonly float[] Bias = [.. Enumerable.Range(0, Classes).Select(k => 0.01f * k)];
    private readonly SparseLinear _linear = SparseLinear.Compress(FeatureColumns.Apart(3), [1, 1, 1], Rows, Width, Bias);

    [Test]
    public void A_row_of_which_most_matters_is_kept_whole_and_the_others_name_their_classes()
    {
        Assert.That(_linear.Lengths.Span.ToArray(), Is.EqualTo(new[] { 1, Classes, 0 }));
        Assert.That(_linear.Classes.Span.ToArray(), Is.EqualTo(new[] { 4 }));
        Assert.That(_linear.Weights.Length, Is.EqualTo(1 + Classes));
    }

    [Test]
    public void Scores_are_those_of_the_weights_within_half_a_step()
    {
        var scores = new float[Classes];
        _linear.Score([0, 1, 2], [0, 1, 2], [2, 3, 5], scores);
        for (var k = 0; k < Classes; k++)
            Assert.That(scores[k], Is.EqualTo(Bias[k] + (2 * Rows[k]) + (3 * Rows[Width + k])).Within(0.02), $"class {k}");
    }

    [Test]
    public void A_weight_can_be_asked_for()
    {
        Assert.That(_linear.Weight(0, 4), Is.EqualTo(0.9).Within(0.01));
        Assert.That(_linear.Weight(0, 5), Is.Zero);
        Assert.That(_linear.Weight(1, 20), Is.EqualTo(1).Within(0.01));
        Assert.That(_linear.Weight(2, 20), Is.Zero);
    }

    [Test]
    public void Features_that_share_a_row_have_their_parts_of_it()
    {
        var shared = SparseLinear.Compress(new FeatureColumns(new[] { 1, -1, 1 }, 2, 2, 2), [0.5f, 1, 0.25f], Rows[..(2 * Width)], Width, Bias);

        Assert.That(shared.Weight(0, 20), Is.EqualTo(0.5).Within(0.01));
        Assert.That(shared.Weight(1, 20), Is.Zero);
        Assert.That(shared.Weight(2, 20), Is.EqualTo(0.25).Within(0.01));
        var scores = new float[Classes];
        shared.Score([0, 1, 2], [1, -1, 1], [2, 3, 4], scores);
        Assert.That(scores[20], Is.EqualTo(Bias[20] + 2).Within(0.02));
    }

    [TestCase(2, 1)]
    [TestCase(1, 2)]
    public void Lengths_that_are_not_those_of_the_classes_and_weights_are_noticed(int classes, int weights) =>
        Assert.That(new SparseLinear(FeatureColumns.Apart(2), new ushort[] { 1, 0 }, new ushort[classes], new sbyte[weights], new Half[2], new float[9]).IsWhole, Is.False);

    private static IEnumerable<float> Row(Func<int, float> weight) =>
        Enumerable.Range(0, Width).Select(k => k < Classes ? weight(k) : 0);
}
