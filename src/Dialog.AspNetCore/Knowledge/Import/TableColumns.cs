using System.Text.RegularExpressions;

namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>Which columns of a table hold the questions, the answer and the title.</summary>
internal sealed partial record TableColumns(
    IReadOnlyList<int> Questions, int Answer, int? Title, int Width, bool HasHeader)
{
    /// <summary>Null when neither the first row says it nor the table has just two columns.</summary>
    public static TableColumns? Find(TableText table)
    {
        var shape = TableShape.Of(table, int.MaxValue);
        if (shape.HasHeader)
            return Named(TableHeader.Of(table.Rows().First(row => !row.IsBlank).Cells)!);
        return shape.Columns == 2 ? new([0], 1, null, 2, HasHeader: false) : null;
    }

    public IEnumerable<PairDraft> Drafts(TableText table) => table.Rows()
        .Where(row => !row.IsBlank)
        .Skip(HasHeader ? 1 : 0)
        .Select(Draft);

    private static TableColumns? Named(IReadOnlyList<ColumnRole> roles)
    {
        var questions = Where(roles, ColumnRole.Question);
        var titles = Where(roles, ColumnRole.Title);
        var answers = Where(roles, ColumnRole.Answer);
        if (answers.Count == 0)
            return null;
        return questions.Count > 0
            ? new(questions, answers[0], titles is [var title, ..] ? title : null, roles.Count, HasHeader: true)
            : new(titles, answers[0], null, roles.Count, HasHeader: true);
    }

    private static List<int> Where(IReadOnlyList<ColumnRole> roles, ColumnRole role) =>
        [.. Enumerable.Range(0, roles.Count).Where(column => roles[column] == role)];

    private PairDraft Draft(TableRow row)
    {
        if (row.Malformed)
            return new(row.Number, null, row.Cells, "", ImportProblem.BadQuotes(row.Number));

        var questions = Questions.SelectMany(column => Phrasings(Cell(row, column))).ToList();
        var title = Title is { } at ? Cell(row, at) : "";
        return new(
            row.Number,
            title.Length > 0 ? title : null,
            questions,
            Cell(row, Answer),
            row.Cells.Count > Width ? ImportProblem.TooManyColumns(row.Cells.Count, Width) : null);
    }

    private static string Cell(TableRow row, int column) => column < row.Cells.Count ? row.Cells[column] : "";

    private static IEnumerable<string> Phrasings(string cell) =>
        Bar().Split(cell).Select(text => Edges.Trim(text.Replace(@"\|", "|", StringComparison.Ordinal))).Where(text => text.Length > 0);

    // A bar or a line break parts phrasings; "\|" is a bar that is meant.
    [GeneratedRegex(@"(?<!\\)\||\n", RegexOptions.CultureInvariant)]
    private static partial Regex Bar();
}
