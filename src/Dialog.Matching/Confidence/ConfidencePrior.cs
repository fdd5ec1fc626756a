using System.Globalization;

namespace Dialog.Matching.Confidence;

/// <summary>
/// What confidence regressions of many small bots have in common: where a bot with few examples starts, and stays as long
/// as its own held-out texts do not say otherwise. Read from <c>models/language/confidence-prior.tsv</c>, which the
/// benchmarks' <c>prior</c> command writes.
/// </summary>
internal sealed record ConfidencePrior(float[] Means, float[] Deviations, double[] Weights, float[] Confidences)
{
    /// <summary>The prior's precision: how many effective rows it is worth.</summary>
    public double Strength { get; init; } = 1;

    public static ConfidencePrior Neutral { get; } = new(
        new float[Evidence.Count],
        [.. Enumerable.Repeat(1f, Evidence.Count)],
        new double[Evidence.Count + 1],
        [0.5f]);

    public static ConfidencePrior Current { get; set; } = Read();

    private static ConfidencePrior Read()
    {
        using var stream = typeof(ConfidencePrior).Assembly.GetManifestResourceStream("confidence-prior.tsv");
        if (stream is null)
            return Neutral;
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToDictionary(row => row[0], row => row.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray());
        return new ConfidencePrior(
            [.. Evidence.Names.Select(name => (float)Row(name)[0])],
            [.. Evidence.Names.Select(name => (float)Row(name)[1])],
            [rows["intercept"][0], .. Evidence.Names.Select(name => Row(name)[2])],
            [.. rows["confidences"].Select(value => (float)value)]);

        // Evidence that is newer than the table says nothing until the table is derived again.
        double[] Row(string name) => rows.GetValueOrDefault(name) ?? [0, 1, 0];
    }
}
