namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>What a text looks like when it is read with one separator.</summary>
/// <remarks>
/// Columns is how many most rows have, Regular the share of rows with that many, Filled the share of rows with a
/// text in at least two.
/// </remarks>
internal sealed record TableShape(TableText Table, bool HasHeader, int Columns, double Regular, double Filled)
{
    public static TableShape Of(TableText table, int sample)
    {
        var rows = table.Rows().Where(row => !row.IsBlank).Take(sample).ToList();
        if (rows.Count == 0)
            return new(table, false, 0, 0, 0);

        var widths = rows.CountBy(row => row.Cells.Count).MaxBy(width => width.Value);
        return new(
            table,
            !rows[0].Malformed && TableHeader.Of(rows[0].Cells) is not null,
            widths.Key,
            (double)widths.Value / rows.Count,
            (double)rows.Count(row => row.Cells.Count(cell => cell.Length > 0) > 1) / rows.Count);
    }
}
