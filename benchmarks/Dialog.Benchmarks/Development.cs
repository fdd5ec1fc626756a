using System.Diagnostics;
using Dialog.Matching;
using Dialog.Matching.Evaluation;

namespace Dialog.Benchmarks;

/// <summary>The figures that settings are chosen by: validation parts and folds of training parts, never a test part.</summary>
internal static class Development
{
    public static void Run(string[] names)
    {
        var confidence = names.Contains("conf");
        foreach (var (name, folds) in Sets())
        {
            if (names.Length > (confidence ? 1 : 0) && !names.Any(wanted => name.StartsWith(wanted, StringComparison.Ordinal)))
                continue;
            var outcomes = new List<EvaluationOutcome>();
            var watch = Stopwatch.StartNew();
            var bytes = 0L;
            foreach (var (train, test) in folds())
            {
                var model = IntentTrainer.Train(Data.Set(train), new TrainingOptions { FitConfidence = confidence });
                outcomes.AddRange(Evaluator.Ask(model, Data.Cases(test)));
                using var file = new MemoryStream();
                model.Save(file);
                bytes = file.Length;
            }

            var report = Evaluator.Report(outcomes);
            Console.WriteLine($"{name,-22} accuracy {report.Accuracy:P2}  auroc {report.Auroc:F4}  ece {report.Ece:F3}  at90 {report.CoverageAt90:F3}  at95 {report.CoverageAt95:F3}  {watch.Elapsed.TotalSeconds:F1} s  {bytes / 1e6:F2} MB");
        }
    }

    private static IEnumerable<(string Name, Func<IEnumerable<(List<(string, string)> Train, List<(string, string)> Test)>> Folds)> Sets()
    {
        yield return ("curekart", () => Folds("hint3-curekart/train", 5));
        yield return ("banking77-5", () => Valid("banking77/train_5", "banking77/valid"));
        yield return ("banking77-10", () => Valid("banking77/train_10", "banking77/valid"));
        yield return ("clinc150-5", () => Valid("clinc150/train_5", "clinc150/valid", "clinc150/oos_train", "clinc150/oos_valid"));
        yield return ("clinc150-10", () => Valid("clinc150/train_10", "clinc150/valid", "clinc150/oos_train", "clinc150/oos_valid"));
        yield return ("massive-fa", () => Folds("massive-fa/train", 5));
        yield return ("all-banking77", () => Valid("banking77/train", "banking77/valid"));
        yield return ("all-clinc150", () => Valid("clinc150/train", "clinc150/valid", "clinc150/oos_train", "clinc150/oos_valid"));
    }

    private static IEnumerable<(List<(string, string)>, List<(string, string)>)> Valid(string train, params string[] tests)
    {
        yield return ([.. Data.Rows(train)], [.. tests.SelectMany(Data.Rows)]);
    }

    private static IEnumerable<(List<(string, string)>, List<(string, string)>)> Folds(string part, int folds)
    {
        var rows = Data.Rows(part).Select((row, i) => (row, i)).GroupBy(pair => pair.row.Label)
            .SelectMany(group => group.Select((pair, i) => (pair.row, Fold: (i * 7 + group.Key.Length) % folds))).ToList();
        for (var fold = 0; fold < folds; fold++)
            yield return ([.. rows.Where(row => row.Fold != fold).Select(row => row.row)], [.. rows.Where(row => row.Fold == fold).Select(row => row.row)]);
    }
}
