using Dialog.Matching.Learning;

namespace Dialog.Matching.Confidence;

/// <summary>One held-out text: its evidence, and whether the best intent was the right answer.</summary>
internal sealed record CalibrationRow(float[] Evidence, int Predicted, bool Right, float Weight)
{
    /// <summary>The text's key.</summary>
    public ulong Text { get; init; }

    /// <summary>Whether no intent that was there answers it.</summary>
    public bool IsForeign { get; init; }
}

/// <summary>Evidence to the probability that the best intent is the right answer (Platt 1999, with more than one input).</summary>
/// <param name="Weights">The intercept, then one weight for each standardised piece of evidence.</param>
/// <param name="Offsets">For each intent, what is particular to it.</param>
internal sealed record Calibrator(double[] Weights, float[] Offsets)
{
    private const float Clamp = 8f;
    private const double OffsetStrength = 5;

    /// <summary>
    /// The share of a text that has to be known. With less the confidence falls towards none in proportion: whatever the
    /// members say of a text they know nothing of, no regression over texts they do know can tell what it is worth.
    /// </summary>
    private const double Enough = 0.1;

    public double Confidence(ReadOnlySpan<float> evidence, int predicted)
    {
        var prior = ConfidencePrior.Current;
        var sum = Weights[0] + Offsets[predicted];
        for (var i = 0; i < evidence.Length; i++)
            sum += Weights[i + 1] * Standardize(evidence[i], prior.Means[i], prior.Deviations[i]);
        return LogisticRegression.Sigmoid(sum) * Math.Clamp(Evidence.Known(evidence) / Enough, 0, 1);
    }

    /// <summary>Fits a bot's own rows around what small bots have in common.</summary>
    /// <param name="rows">What was held out and asked.</param>
    /// <param name="prior">What small bots have in common.</param>
    /// <param name="classes">How many intents there are.</param>
    /// <param name="whole">
    /// Whether every intent was missing in a round. In fewer rounds the neighbours of the missing intents draw messages which
    /// they would not draw otherwise, so that nothing is learnt that is particular to an intent, nor from levels.
    /// </param>
    public static Calibrator Fit(IReadOnlyList<CalibrationRow> rows, ConfidencePrior prior, int classes, bool whole)
    {
        bool IsLeftOut(int piece) => !whole && Evidence.IsLevel(piece);
        var inputs = new float[rows.Count][];
        for (var row = 0; row < inputs.Length; row++)
        {
            inputs[row] = new float[Evidence.Count + 1];
            inputs[row][0] = 1;
            for (var i = 0; i < Evidence.Count; i++)
                inputs[row][i + 1] = IsLeftOut(i) ? 0 : Standardize(rows[row].Evidence[i], prior.Means[i], prior.Deviations[i]);
        }

        var strength = Enumerable.Repeat(prior.Strength, Evidence.Count + 1).ToArray();
        var weights = LogisticRegression.Fit(inputs, [.. rows.Select(row => row.Right)], [.. rows.Select(row => row.Weight)], prior.Weights, strength);
        for (var i = 0; i < Evidence.Count; i++)
            weights[i + 1] = IsLeftOut(i) ? 0 : weights[i + 1];
        var common = new Calibrator(weights, new float[classes]);
        return whole ? common with { Offsets = FitOffsets(rows, common) } : common;
    }

    /// <summary>The same for a set whose classes have other numbers.</summary>
    /// <param name="places">For each class here its number there, -1 when it is gone.</param>
    /// <param name="classes">How many classes there are.</param>
    public Calibrator Follow(int[] places, int classes)
    {
        var offsets = new float[classes];
        for (var k = 0; k < places.Length; k++)
        {
            if (places[k] >= 0)
                offsets[places[k]] = Offsets[k];
        }

        return new Calibrator(Weights, offsets);
    }

    /// <summary>
    /// What is particular to an intent: one that draws foreign messages to itself is believed less. A random intercept, one
    /// Newton step after the other with a normal prior around zero (Gelman and Hill 2007, chapter 14).
    /// </summary>
    private static float[] FitOffsets(IReadOnlyList<CalibrationRow> rows, Calibrator common)
    {
        var offsets = common.Offsets;
        for (var step = 0; step < 3; step++)
        {
            var gradient = new double[offsets.Length];
            var curvature = new double[offsets.Length];
            foreach (var row in rows)
            {
                var p = common.Confidence(row.Evidence, row.Predicted);
                gradient[row.Predicted] += row.Weight * ((row.Right ? 1 : 0) - p);
                curvature[row.Predicted] += row.Weight * p * (1 - p);
            }

            for (var k = 0; k < offsets.Length; k++)
                offsets[k] += (float)((gradient[k] - (OffsetStrength * offsets[k])) / (curvature[k] + OffsetStrength));
        }

        return offsets;
    }

    private static float Standardize(float value, float mean, float deviation) =>
        Math.Clamp((value - mean) / deviation, -Clamp, Clamp);
}
