using System.Text.RegularExpressions;

namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>A text that was recognised as a table: its separator and the row where it begins.</summary>
/// <remarks>The skipped rows are those of the file before the text, which hold no data.</remarks>
internal sealed partial record TableText(string Text, char Separator, int SkippedRows = 0)
{
    private const int Sample = 50;
    private static readonly char[] Separators = ['\t', ';', ','];

    public IEnumerable<TableRow> Rows() => TableReader.Read(Text, Separator, SkippedRows);

    /// <summary>Null when it is not a table.</summary>
    public static TableText? Find(string text, KnowledgeSource source)
    {
        // What Excel itself writes and reads: "sep=;" in the first line.
        if (SeparatorLine().Match(text) is { Success: true } line)
            return new(text[line.Length..], line.Groups["sep"].Value[0], 1);

        var shapes = Separators.Select(separator => TableShape.Of(new TableText(text, separator), Sample)).ToList();
        var shape = shapes.Find(s => s.HasHeader) ?? ByShape(shapes, text, source);
        return shape?.Table ?? (source == KnowledgeSource.Table ? new(text, ',') : null);
    }

    private static TableShape? ByShape(List<TableShape> shapes, string text, KnowledgeSource source)
    {
        if (source == KnowledgeSource.Table)
            return shapes.Where(s => s.Columns > 1).MaxBy(s => s.Regular);
        if (HasPrefixes(text))
            return null;
        if (shapes[0].Filled > 0.5)
            return shapes[0];
        // Commas and semicolons belong to sentences too: only a whole file of them is a table.
        return source == KnowledgeSource.Pasted || BlankLine().IsMatch(Edges.Trim(text))
            ? null
            : shapes.Find(s => s.Columns > 1 && s.Regular >= 0.9);
    }

    private static bool HasPrefixes(string text) =>
        text.Split('\n', Sample).Any(line => PastedLine.IsPrefix(line));

    [GeneratedRegex("^\"?sep=(?<sep>[,;\t|])\"?[ \t]*\n", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SeparatorLine();

    [GeneratedRegex(@"\n[ \t]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();
}
