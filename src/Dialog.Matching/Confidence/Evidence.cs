using Dialog.Matching.Features;
using Dialog.Matching.Models;

namespace Dialog.Matching.Confidence;

/// <summary>What speaks for the best intent being the right answer: the inputs of the confidence's regression.</summary>
internal static class Evidence
{
    public const int Count = 11;

    /// <summary>Names, in order, for the table of the prior.</summary>
    public static readonly string[] Names =
    [
        "lead", "score", "score-lead", "agreement", "tokens", "logit", "log-sum", "probability",
        "intents", "examples", "known",
    ];

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
        evidence[8] = MathF.Log(linear.Length);
        evidence[9] = MathF.Log(1 + examples);
        evidence[10] = vector.Known;

        // A lone intent has no rival to be ahead of; how much of the text is known stands in.
        if (second < 0)
            evidence[0] = evidence[1] = evidence[2] = (2 * vector.Known) - 1;
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
