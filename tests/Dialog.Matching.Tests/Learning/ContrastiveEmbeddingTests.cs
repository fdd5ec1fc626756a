using System.Numerics.Tensors;
using Dialog.Matching.Features;
using Dialog.Matching.Learning;

namespace Dialog.Matching.Tests.Learning;

public sealed class ContrastiveEmbeddingTests
{
    private const int Groups = 12;
    private static readonly ContrastiveSettings Settings = new(Rank: 16) { Neighbours = 4 };

    // Two texts a group, of one feature each: nothing but the groups says which features belong together.
    private static readonly SparseRows Rows = new(
        [.. Enumerable.Range(0, (2 * Groups) + 1)], [.. Enumerable.Range(0, 2 * Groups)], [.. Enumerable.Repeat(1f, 2 * Groups)]);

    [Test]
    public void What_stands_in_one_group_comes_near_and_the_rest_stays_away()
    {
        var input = Train();
        for (var group = 0; group < Groups; group++)
        {
            var nearest = Enumerable.Range(0, 2 * Groups).Where(feature => feature != 2 * group).MaxBy(feature => Similarity(input, 2 * group, feature));
            Assert.That(nearest, Is.EqualTo((2 * group) + 1));
        }
    }

    [Test]
    public void The_same_groups_give_the_same_rows() => Assert.That(Train(), Is.EqualTo(Train()));

    [Test]
    public void It_can_be_stopped() =>
        Assert.That(() => Train(new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

    private static float[] Train(CancellationToken cancellation = default)
    {
        var learner = new ContrastiveEmbedding(Settings, Rows, [.. Enumerable.Range(1, 2 * Groups).Select(i => (uint)i * 7919)]);
        learner.Train([.. Enumerable.Range(0, Groups).Select(group => new[] { 2 * group, (2 * group) + 1 })], null, cancellation);
        return learner.Input;
    }

    private static float Similarity(float[] input, int a, int b) =>
        TensorPrimitives.CosineSimilarity<float>(input.AsSpan(a * 16, 16), input.AsSpan(b * 16, 16));
}
