namespace Dialog.Matching.Confidence;

/// <summary>
/// Confidences to expect, highest first, with their weights; from it the smallest confidence from which on at most a given
/// share of answers is wrong (selective classification, El-Yaniv and Wiener 2010; the error of a set of answers is the mean
/// of what their calibrated confidences leave open).
/// </summary>
internal sealed class ThresholdCurve
{
    private const int Points = 128;

    /// <param name="confidences">Descending, equally likely.</param>
    public ThresholdCurve(float[] confidences) => Confidences = confidences;

    public float[] Confidences { get; }

    public static ThresholdCurve From(IEnumerable<(double Confidence, float Weight)> rows)
    {
        var sorted = rows.OrderByDescending(row => row.Confidence).ToArray();
        var total = sorted.Sum(row => (double)row.Weight);
        var points = new float[Points];
        var at = 0;
        var passed = 0d;
        for (var i = 0; i < Points; i++)
        {
            var quantile = total * (i + 0.5) / Points;
            while (at < sorted.Length - 1 && passed + sorted[at].Weight < quantile)
                passed += sorted[at++].Weight;
            points[i] = (float)sorted[at].Confidence;
        }

        return new ThresholdCurve(points);
    }

    public double ThresholdFor(double wrongShare)
    {
        var wrong = 0d;
        var threshold = Math.Clamp(1 - wrongShare, 0, 1);
        for (var i = 0; i < Confidences.Length; i++)
        {
            wrong += 1 - Confidences[i];
            if (wrong <= wrongShare * (i + 1))
                threshold = Math.Min(threshold, Confidences[i]);
        }

        return threshold;
    }
}
