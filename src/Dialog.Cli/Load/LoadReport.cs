using System.Globalization;
using Dialog.Cli.Load.Hub;
using Spectre.Console;

namespace Dialog.Cli.Load;

/// <summary>The figures as a table, and in sentences what they mean where something is not as it should be.</summary>
internal static class LoadReport
{
    public const string LimitHint = "For a load run, start the server with DIALOG_VISITOR_LIMITS=off.";

    public static void Print(TextWriter output, LoadFigures figures)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Figure").AddColumn(new TableColumn("Value").RightAligned());
        Row("sent", Count(figures.Sent));
        Row("acknowledged", Count(figures.Acknowledged));
        Row("answered", Count(figures.Answered));
        Row("answers a second", Rate(figures));
        table.AddEmptyRow();
        Row("lost", Bad(figures.Lost));
        Row("doubled", Bad(figures.Doubled));
        Row("out of order", Bad(figures.OutOfOrder));
        Row("refused", Bad(figures.Refused));
        Row("connections cut", Bad(figures.Cut));
        Row("handed to a person", Count(figures.HandedOff));
        table.AddEmptyRow();
        Row("send to answer, p50", Milliseconds(figures.P50));
        Row("p90", Milliseconds(figures.P90));
        Row("p99", Milliseconds(figures.P99));
        Row("max", Milliseconds(figures.Max));
        FigureTable.Console(output).Write(table);

        void Row(string name, string value) => table.AddRow(name, value);
    }

    /// <summary>What a reader of the figures should know, worst first.</summary>
    public static IEnumerable<string> Notes(LoadFigures figures, HubProblem? problem)
    {
        if (figures.Lost + figures.Doubled + figures.OutOfOrder > 0)
            yield return "The server did not keep its promise: see lost, doubled and out of order.";
        if (figures.Cut > 0)
            yield return $"{Count(figures.Cut)} connections ended before the run did; what they had still to send was not delivered.";
        if (figures.Refused > 0)
            yield return $"{Count(figures.Refused)} messages were refused: {problem?.Title} {(problem?.IsLimit == true ? LimitHint : problem?.Detail)}".TrimEnd();
        if (figures.HandedOff > 0)
            yield return $"The bot passed {Count(figures.HandedOff)} conversations on to a person and waits for them; give it messages it knows with --messages.";
        else if (figures.Answered < figures.Acknowledged)
            yield return $"{Count(figures.Acknowledged - figures.Answered)} messages were acknowledged and not answered in time.";
    }

    public static string Rate(LoadFigures figures) =>
        figures.Seconds > 0 ? (figures.Answered / figures.Seconds).ToString("N0", CultureInfo.InvariantCulture) : "–";

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Bad(long value) => value == 0 ? "0" : $"[red]{Count(value)}[/]";

    private static string Milliseconds(double? value) =>
        value is { } known ? known.ToString("N1", CultureInfo.InvariantCulture) + " ms" : "–";
}
