using System.Numerics.Tensors;
using Dialog.Matching.Features;

namespace Dialog.Matching.Models;

/// <summary>
/// The members' voices as one: L = log softmax(6 · s) + the mean of the low-rank members' log softmax (a product of
/// experts, Hinton 2002), s being the support vector machine's scores.
/// </summary>
internal sealed class Ensemble(SparseLinear linear, LowRankMember[] members)
{
    public const float LinearSharpness = 6f;

    public SparseLinear Linear { get; } = linear;

    public LowRankMember[] Members { get; } = members;

    public int Classes => Linear.Bias.Length;

    /// <summary>Scores a text into <paramref name="scores"/>.</summary>
    public void Score(FeatureVector vector, EnsembleScores scores)
    {
        scores.Resize(Classes, Members.Length);
        var ids = vector.Ids;
        var values = vector.Values;
        var places = scores.Places(ids.Length);
        Linear.Columns.Find(ids, places);
        Linear.Score(ids, places, values, scores.Linear);

        var total = scores.Total;
        TensorPrimitives.Multiply(scores.Linear, LinearSharpness, total);
        TensorPrimitives.Subtract(total, LogSumExp(total, scores.Scratch), total);
        for (var m = 0; m < Members.Length; m++)
        {
            var logits = scores.Member(m);
            Members[m].Score(places, values, scores.Hidden, logits);
            var sum = LogSumExp(logits, scores.Scratch);
            scores.MemberSums[m] = sum;
            var share = 1f / Members.Length;
            for (var k = 0; k < total.Length; k++)
                total[k] += share * (logits[k] - sum);
        }

        scores.Rank();
    }

    internal static float LogSumExp(ReadOnlySpan<float> logits, Span<float> scratch)
    {
        var highest = TensorPrimitives.Max(logits);
        TensorPrimitives.Subtract(logits, highest, scratch);
        TensorPrimitives.Exp<float>(scratch, scratch);
        return highest + MathF.Log(TensorPrimitives.Sum<float>(scratch));
    }
}
