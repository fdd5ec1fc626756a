using System.Globalization;
using Dialog.Matching;
using Dialog.Matching.Evaluation;
using Dialog.Matching.Text;

namespace Dialog.Benchmarks;

/// <summary>What each step of the text pipeline is worth on the messages of the Persian repair test.</summary>
internal static class RepairSteps
{
    private static readonly string[] Steps = ["unicode only", "affixes", "written-form", "layout", "finglish", "spelling"];

    public static void Print(string folder)
    {
        foreach (var messages in Directory.GetFiles(folder, "*messages.tsv").Order(StringComparer.Ordinal))
            Print(Rows(messages.Replace("messages", "shop", StringComparison.Ordinal)), Rows(messages));
    }

    private static string[][] Rows(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];

    private static void Print(string[][] shop, string[][] messages)
    {
        var model = IntentTrainer.Train(Data.Set(shop.Select(row => (row[0], row[1])), titles: false));
        var kinds = messages.Select(row => row[0]).Distinct().ToArray();
        Console.WriteLine("| steps | " + string.Join(" | ", kinds) + " |");
        Console.WriteLine("|---|" + string.Concat(kinds.Select(_ => "---|")));
        for (var steps = 0; steps < Steps.Length; steps++)
        {
            var limited = model.WithSteps(steps);
            var shares = kinds.Select(kind => Evaluator.Report(Evaluator.Ask(limited, messages.Where(row => row[0] == kind).Select(row => new EvaluationCase(row[1], row[2])))).Accuracy);
            Console.WriteLine($"| {(steps == 0 ? "" : "+ ")}{Steps[steps]} | {string.Join(" | ", shares.Select(share => share.ToString("P1", CultureInfo.InvariantCulture)))} |");
        }
    }
}
