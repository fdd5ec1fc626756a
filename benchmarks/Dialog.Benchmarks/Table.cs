using System.Globalization;
using System.Text;
using Dialog.Cli;
using Dialog.Matching;
using Dialog.Matching.Evaluation;

namespace Dialog.Benchmarks;

/// <summary>The table of what must be reached, on the test parts, with the cost of each set on one thread.</summary>
internal static class Table
{
    private sealed record Line(string Name, string[] Train, string[] Test, string Needed);

    private static readonly Line[] Lines =
    [
        new("hint3-curekart", ["hint3-curekart/train"], ["hint3-curekart/test"], "accuracy .852, AUROC .895, at 90 % .215, ECE ≤ .09"),
        new("banking77 train_5", ["banking77/train_5"], ["banking77/test"], "accuracy .72"),
        new("banking77 train_10", ["banking77/train_10"], ["banking77/test"], "accuracy .80"),
        new("banking77 all", ["banking77/train"], ["banking77/test"], "accuracy .925"),
        new("clinc150 train_5", ["clinc150/train_5"], ["clinc150/test", "clinc150/oos_test"], "accuracy .78"),
        new("clinc150 train_10", ["clinc150/train_10"], ["clinc150/test", "clinc150/oos_test"], "accuracy .845"),
        new("clinc150 all", ["clinc150/train"], ["clinc150/test", "clinc150/oos_test"], "accuracy .94, AUROC .963, at 90 % .84"),
    ];

    public static void Print(string? path)
    {
        Warm();
        var text = new StringBuilder();
        text.Append("Printed by `dotnet run -c Release --project benchmarks/Dialog.Benchmarks -- table`; one configuration, one thread; of up to five trainings the quickest.\n\n");
        text.Append("| set | needed | accuracy | AUROC | ECE | at 90 % | at 95 % | train ms | with confidence ms | match µs p50 | p99 | model MB |\n");
        text.Append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var line in Lines)
            text.Append(Measure(line)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"\nmassive-fa, 5 folds: {MassiveFa():P1} (needed: one point more than Crammer–Singer on the four blocks, {CrammerSingerAlone.MassiveFa():P1} in this run)\n");
        Console.Write(text);
        if (path is not null)
            File.WriteAllText(path, text.ToString());
    }

    public static double MassiveFa() =>
        Evaluator.Report(CrossValidation.Run(Data.Set(Data.Rows("massive-fa/train")), 5, new TrainingOptions { FitConfidence = false })).Accuracy;

    private static void Warm()
    {
        var model = IntentTrainer.Train(Data.Set(Data.Rows("hint3-curekart/train")));
        foreach (var row in Data.Rows("hint3-curekart/train"))
            model.Match(row.Text);
        IntentTrainer.Train(Data.Set(Data.Rows("banking77/train_10")));
    }

    private static string Measure(Line line)
    {
        var set = Data.Set(line.Train.SelectMany(Data.Rows));
        var cases = Data.Cases(line.Test.SelectMany(Data.Rows)).ToList();
        var (_, bare) = TimedTraining.Run(set, new TrainingOptions { Threads = 1, FitConfidence = false });
        var (model, whole) = TimedTraining.Run(set, new TrainingOptions { Threads = 1 });
        var report = Evaluator.Report(Evaluator.Ask(model, cases));
        var times = MatchTimes.Measure(model, [.. cases.Select(one => one.Text)]);
        using var file = new MemoryStream();
        model.Save(file);
        return string.Create(CultureInfo.InvariantCulture, $"| {line.Name} | {line.Needed} | {report.Accuracy:F3} | {report.Auroc:F3} | {report.Ece:F3} | {report.CoverageAt90:F3} | {report.CoverageAt95:F3} | {bare.TotalMilliseconds:F0} | {whole.TotalMilliseconds:F0} | {times.Median:F0} | {times.NinetyNinth:F0} | {file.Length / 1e6:F2} |");
    }
}
