using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Dialog.Matching.Evaluation;

namespace Dialog.Cli.Commands;

/// <summary><c>dialog cross-validate</c>: how well a bot does on its own examples, each held out once.</summary>
internal static class CrossValidateCommand
{
    private const int Shown = 20;

    public static Command Build()
    {
        var train = Shell.Train();
        var folds = new Option<int>("--folds") { Description = "How many folds, 2 to 20.", DefaultValueFactory = _ => 5 };
        folds.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && value is < 2 or > 20)
                result.AddError("--folds is a number from 2 to 20.");
        });
        var json = Shell.Json();
        var command = new Command("cross-validate", "Hold each example out once and measure.") { train, folds, json };
        command.SetAction(parsed => Shell.Run(parsed, output =>
        {
            var set = LabelledFile.ReadTraining(parsed.GetValue(train)!);
            var count = parsed.GetValue(folds);
            var outcomes = CrossValidation.Run(set, count);
            if (outcomes.Count == 0)
                throw new InputException("No intent has two examples, so none can be held out.");
            var report = Evaluator.Report(outcomes);
            var issues = ExampleIssues.Find(set, outcomes);
            var figures = new FoldFigures(
                set.Intents.Count, set.Intents.Sum(intent => intent.Examples.Count), count, report.Accuracy, report.MacroF1, report.Auroc,
                report.Ece, report.CoverageAt90, report.CoverageAt95, report.Confusions, report.Reliability,
                issues.Mislabelled, issues.Repeated);
            if (parsed.GetValue(json))
                output.WriteLine(JsonSerializer.Serialize(figures, FigureJson.Default.FoldFigures));
            else
                Print(output, figures);
        }));
        return command;
    }

    private static void Print(TextWriter output, FoldFigures figures)
    {
        FigureTable.Print(
            output,
            ("intents", $"{figures.Intents}"),
            ("examples", $"{figures.Examples}"),
            ("folds", $"{figures.Folds}"),
            ("accuracy", Share(figures.Accuracy)),
            ("macro F1", Share(figures.MacroF1)),
            ("AUROC of the confidence", Share(figures.Auroc)),
            ("expected calibration error", Share(figures.Ece)),
            ("answerable at 90 % precision", Share(figures.CoverageAt90)),
            ("answerable at 95 % precision", Share(figures.CoverageAt95)));
        foreach (var pair in figures.Confusions.Take(10))
            output.WriteLine($"{pair.Messages} × {pair.IntentId} taken for {pair.TakenFor}");
        PrintIssues(output, figures);
    }

    private static void PrintIssues(TextWriter output, FoldFigures figures)
    {
        if (figures.Mislabelled.Count > 0)
            output.WriteLine("Likely in the wrong intent:");
        foreach (var one in figures.Mislabelled.Take(Shown))
            output.WriteLine($"  {Share(one.Confidence)}  {one.Text}: in {one.IntentId}, looks like {one.SuggestedIntentId}");
        if (figures.Repeated.Count > 0)
            output.WriteLine("There more than once:");
        foreach (var one in figures.Repeated.Take(Shown))
            output.WriteLine($"  {Name(one.Kind)}: {one.Text} ({one.IntentId}), {one.Other} ({one.OtherIntentId})");
    }

    private static string Name(RepeatKind kind) => kind switch
    {
        RepeatKind.Conflict => "in two intents",
        RepeatKind.NearConflict => "nearly, in two intents",
        RepeatKind.Duplicate => "the same",
        _ => "nearly the same",
    };

    private static string Share(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
