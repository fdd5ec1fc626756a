using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>A row as a spreadsheet counts it; empty cells at its end are dropped.</summary>
/// <remarks>Malformed: a quote was opened and not closed as it should be; then the bare line is its only cell.</remarks>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells, bool Malformed = false)
{
    public bool IsBlank => Cells.Count == 0;
}

/// <summary>CSV (RFC 4180) with any separator. A malformed row costs only itself.</summary>
internal static class TableReader
{
    // Each one reads on from the next line, and a file full of them must not be read over and over.
    private const int Recoveries = 100;

    public static IEnumerable<TableRow> Read(string text, char separator, int skippedRows = 0)
    {
        var number = skippedRows;
        var recoveries = 0;
        while (text.Length > 0)
        {
            var offset = 0;
            string? rest = null;
            foreach (var (raw, row) in Records(text, separator))
            {
                number++;
                offset += raw.Length;
                if (!row.Malformed)
                {
                    yield return row with { Number = number };
                    continue;
                }

                var end = raw.IndexOf('\n', StringComparison.Ordinal) + 1;
                var line = end == 0 ? raw : raw[..end];
                yield return row with { Number = number, Cells = [Edges.Trim(line)] };
                // The open quote has swallowed the rows below it.
                if (line.Length < raw.Length && recoveries++ < Recoveries)
                {
                    rest = text[(offset - raw.Length + line.Length)..];
                    break;
                }
            }

            text = rest ?? "";
        }
    }

    private static IEnumerable<(string Raw, TableRow Row)> Records(string text, char separator)
    {
        var malformed = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            // A quote inside an unquoted cell (a 5" screen) is a letter like others.
            BadDataFound = bad => malformed |= bad.Field.AsSpan().TrimStart().StartsWith('"'),
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        while (parser.Read())
        {
            malformed = false;
            var cells = parser.Record!.Select(Edges.Trim).ToList();
            while (cells is [.., ""])
                cells.RemoveAt(cells.Count - 1);
            yield return (parser.RawRecord, new TableRow(0, cells, malformed));
        }
    }
}
