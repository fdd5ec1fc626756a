using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dialog.Matching;
using Dialog.Matching.Evaluation;

namespace Dialog.Cli.Commands;

/// <summary><c>dialog evaluate</c>: train from one file, ask the messages of another.</summary>
internal static class EvaluateCommand
{
    public static Command Build()
    {
        var train = Shell.Train();
        var test = new Option<FileInfo>("--test") { Description = $"Test file: label<TAB>text; the label {LabelledFile.OutOfScope} means that no intent answers it.", Required = true };
        var json = Shell.Json();
        var command = new Command("evaluate", "Train from one file and measure on another.") { train, test, json };
        command.SetAction(parsed => Shell.Run(parsed, output =>
        {
            var figures = Measure(LabelledFile.ReadTraining(parsed.GetValue(train)!), LabelledFile.ReadCases(parsed.GetValue(test)!));
            if (parsed.GetValue(json))
                output.WriteLine(JsonSerializer.Serialize(figures, FigureJson.Default.Figures));
            else
                Print(output, figures);
        }));
        return command;
    }

    private static Figures Measure(TrainingSet set, IReadOnlyList<EvaluationCase> cases)
    {
        var (model, training) = TimedTraining.Run(set);
        var outcomes = Evaluator.Ask(model, cases);
        var times = MatchTimes.Measure(model, [.. cases.Select(one => one.Text)]);
        using var file = new MemoryStream();
        model.Save(file);
        var report = Evaluator.Report(outcomes);
        using var process = Process.GetCurrentProcess();
        return new Figures(
            model.Intents, set.Intents.Sum(intent => intent.Examples.Count), report.Messages, report.OutOfScope,
            report.Accuracy, report.Auroc, report.Ece, report.CoverageAt90, report.CoverageAt95,
            training.TotalMilliseconds, times.Median, times.NinetyNinth, file.Length, process.PeakWorkingSet64);
    }

    private static void Print(TextWriter output, Figures figures) => FigureTable.Print(
        output,
        ("intents", Text(figures.Intents)),
        ("examples", Text(figures.Examples)),
        ("messages", Text(figures.Messages)),
        ("of them out of scope", Text(figures.OutOfScope)),
        ("accuracy in scope", Share(figures.Accuracy)),
        ("AUROC of the confidence", Share(figures.Auroc)),
        ("expected calibration error", Share(figures.Ece)),
        ("answerable at 90 % precision", Share(figures.CoverageAt90)),
        ("answerable at 95 % precision", Share(figures.CoverageAt95)),
        ("training, ms", Text(figures.TrainMilliseconds)),
        ("match, µs, median", Text(figures.MatchMicrosecondsP50)),
        ("match, µs, 99 of 100", Text(figures.MatchMicrosecondsP99)),
        ("model, bytes", Text(figures.ModelBytes)),
        ("peak memory, bytes", Text(figures.PeakBytes)));

    private static string Text(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
