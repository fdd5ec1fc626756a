using Dialog.Matching.Learning;

namespace Dialog.Matching.Confidence;

/// <summary>One held-out text: its evidence, and whether the best intent was the right answer.</summary>
internal sealed record CalibrationRow(float[] Evidence, bool Right, float Weight);

/// <summary>Evidence to the probability that the best intent is the right answer (Platt 1999, with more than one input).</summary>
/// <param name="Weights">The intercept, then one weight for each standardised piece of evidence.</param>
internal sealed record Calibrator(double[] Weights)
{
    private const float Clamp = 4f;

    public double Confidence(ReadOnlySpan<float> evidence)
    {
        var prior = ConfidencePrior.Current;
        var sum = Weights[0];
        for (var i = 0; i < evidence.Length; i++)
            sum += Weights[i + 1] * Standardize(evidence[i], prior.Means[i], prior.Deviations[i]);
        return LogisticRegression.Sigmoid(sum);
    }

    /// <summary>Fits a bot's own rows around what small bots have in common.</summary>
    public static Calibrator Fit(IReadOnlyList<CalibrationRow> rows, ConfidencePrior prior)
    {
        var inputs = new float[rows.Count][];
        for (var row = 0; row < inputs.Length; row++)
        {
            inputs[row] = new float[Evidence.Count + 1];
            inputs[row][0] = 1;
            for (var i = 0; i < Evidence.Count; i++)
                inputs[row][i + 1] = Standardize(rows[row].Evidence[i], prior.Means[i], prior.Deviations[i]);
        }

        var strength = Enumerable.Repeat(prior.Strength, Evidence.Count + 1).ToArray();
        var weights = LogisticRegression.Fit(inputs, [.. rows.Select(row => row.Right)], [.. rows.Select(row => row.Weight)], prior.Weights, strength);
        return new Calibrator(weights);
    }

    private static float Standardize(float value, float mean, float deviation) =>
        Math.Clamp((value - mean) / deviation, -Clamp, Clamp);
}
