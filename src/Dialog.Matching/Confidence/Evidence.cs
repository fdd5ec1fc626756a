using System.Numerics.Tensors;
using Dialog.Matching.Features;
using Dialog.Matching.Models;

namespace Dialog.Matching.Confidence;

/// <summary>What speaks for the best intent being the right answer: the inputs of the confidence's regression.</summary>
internal static class Evidence
{
    public const int Count = 13;

    /// <summary>How much the members' voices are trusted where they make shares of one.</summary>
    public const float Softness = 0.7f;

    /// <summary>Names, in order, for the table of the prior.</summary>
    public static readonly string[] Names =
    [
        "lead", "score", "score-lead", "agreement", "tokens", "logit", "log-sum", "probability", "share", "entropy",
        "intents", "examples", "known",
    ];

    /// <summary>
    /// Whether a piece of evidence is a level that grows with what a member has learnt from. A large set is asked in too few
    /// rounds, of members that know too much less than its own, to say what a level means.
    /// </summary>
    public static bool IsLevel(int piece) => Names[piece] is "score" or "logit" or "log-sum" or "known";

    /// <summary>How much of the text is known.</summary>
    public static float Known(ReadOnlySpan<float> evidence) => evidence[Count - 1];

    /// <param name="scores">What the members said.</param>
    /// <param name="vector">The text.</param>
    /// <param name="tokens">The text's length in tokens.</param>
    /// <param name="examples">Examples an intent, on average, in the set trained from.</param>
    /// <param name="evidence">Takes <see cref="Count"/> numbers.</param>
    public static void Gather(EnsembleScores scores, FeatureVector vector, int tokens, float examples, Span<float> evidence)
    {
        evidence.Clear();
        var best = scores.Best[0];
        var second = scores.Best[1];
        var linear = scores.Linear;
        evidence[0] = second < 0 ? 0 : scores.Total[best] - scores.Total[second];
        evidence[1] = linear[best];
        evidence[2] = linear[best] - BestOther(linear, best);
        evidence[3] = evidence[2] >= 0 ? 1 : 0;
        evidence[4] = MathF.Log(1 + tokens);
        for (var m = 0; m < scores.Members; m++)
        {
            var logits = scores.Member(m);
            evidence[3] += logits[best] >= BestOther(logits, best) ? 1 : 0;
            evidence[5] += logits[best] / scores.Members;
            evidence[6] += scores.MemberSums[m] / scores.Members;
            evidence[7] += MathF.Exp(logits[best] - scores.MemberSums[m]) / scores.Members;
        }

        evidence[3] /= scores.Members + 1;
        (evidence[8], evidence[9]) = Share(scores.Total, scores.Total[best], scores.Scratch);
        evidence[10] = MathF.Log(linear.Length);
        evidence[11] = MathF.Log(1 + examples);
        evidence[12] = vector.Known;

        // A lone intent has no rival to be ahead of; how much of the text is known stands in.
        if (second < 0)
            evidence[0] = evidence[1] = evidence[2] = (2 * vector.Known) - 1;
    }

    /// <summary>The best class's share of softmax(0.7 · L), and the entropy of all shares.</summary>
    private static (float Best, float Entropy) Share(ReadOnlySpan<float> total, float highest, Span<float> scratch)
    {
        TensorPrimitives.Subtract(total, highest, scratch);
        TensorPrimitives.Multiply(scratch, Softness, scratch);
        var sum = 0f;
        var moment = 0f;
        foreach (var difference in scratch)
        {
            var power = MathF.Exp(difference);
            sum += power;
            moment += power * difference;
        }

        return (1 / sum, MathF.Log(sum) - (moment / sum));
    }

    private static float BestOther(ReadOnlySpan<float> scores, int best)
    {
        var highest = float.NegativeInfinity;
        for (var k = 0; k < scores.Length; k++)
        {
            if (k != best && scores[k] > highest)
                highest = scores[k];
        }

        return float.IsNegativeInfinity(highest) ? 0 : highest;
    }
}
