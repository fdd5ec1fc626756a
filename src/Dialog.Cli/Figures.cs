using System.Text.Json;
using System.Text.Json.Serialization;
using Dialog.Matching.Evaluation;
using Spectre.Console;

namespace Dialog.Cli;

/// <summary>What <c>evaluate</c> prints: shares are fractions of 1, the rest says its unit.</summary>
internal sealed record Figures(
    int Intents,
    int Examples,
    int Messages,
    int OutOfScope,
    double Accuracy,
    double Auroc,
    double Ece,
    double CoverageAt90,
    double CoverageAt95,
    double TrainMilliseconds,
    double MatchMicrosecondsP50,
    double MatchMicrosecondsP99,
    long ModelBytes,
    long PeakBytes);

/// <summary>What <c>cross-validate</c> prints.</summary>
internal sealed record FoldFigures(
    int Intents,
    int Examples,
    int Folds,
    double Accuracy,
    double MacroF1,
    double Auroc,
    double Ece,
    double CoverageAt90,
    double CoverageAt95,
    IReadOnlyList<Confusion> Confusions,
    IReadOnlyList<ReliabilityBin> Reliability,
    IReadOnlyList<SuspectExample> Mislabelled,
    IReadOnlyList<RepeatedExample> Repeated);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Figures))]
[JsonSerializable(typeof(FoldFigures))]
internal sealed partial class FigureJson : JsonSerializerContext;

/// <summary>Figures as a table for people.</summary>
internal static class FigureTable
{
    public static void Print(TextWriter output, params (string Name, string Value)[] rows)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Figure").AddColumn(new TableColumn("Value").RightAligned());
        foreach (var (name, value) in rows)
            table.AddRow(Markup.Escape(name), Markup.Escape(value));
        Console(output).Write(table);
    }

    public static IAnsiConsole Console(TextWriter output) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(output),
        Ansi = System.Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
    });
}
