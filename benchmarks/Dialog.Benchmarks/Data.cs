using Dialog.Matching;
using Dialog.Matching.Evaluation;

namespace Dialog.Benchmarks;

/// <summary>Reads the public sets, which are no part of the product, from <c>../shared/data</c> or DIALOG_BENCHMARK_DATA.</summary>
internal static class Data
{
    public static string? Folder { get; } = Find();

    public static IReadOnlyList<(string Label, string Text)> Rows(string part) =>
        [.. File.ReadLines(Path.Combine(Folder!, part + ".tsv"))
            .Select(line => line.Split('\t', 2))
            .Where(row => row.Length == 2)
            .Select(row => (row[0], row[1]))];

    public static TrainingSet Set(IEnumerable<(string Label, string Text)> rows, bool titles = true) =>
        new([.. rows
            .GroupBy(row => row.Label, StringComparer.Ordinal)
            .Select(group => new TrainingIntent(group.Key, [.. group.Select(row => row.Text)], titles ? Title(group.Key) : null))]);

    public static IEnumerable<EvaluationCase> Cases(IEnumerable<(string Label, string Text)> rows) =>
        rows.Select(row => new EvaluationCase(row.Label == "OOS" ? null : row.Label, row.Text));

    public static string Title(string label) => label.Replace('_', ' ').Replace('-', ' ').Trim();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DIALOG_BENCHMARK_DATA") is { Length: > 0 } given)
            return Directory.Exists(given) ? given : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(Path.Combine(candidate, "clinc150")))
                return candidate;
        }

        return null;
    }
}
