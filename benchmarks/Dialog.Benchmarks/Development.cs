using System.Diagnostics;
using Dialog.Matching;
using Dialog.Matching.Evaluation;
using Dialog.Matching.Learning;

namespace Dialog.Benchmarks;

/// <summary>
/// The figures that settings are chosen by: validation parts and folds of training parts, never a test part. Arguments are the
/// beginnings of sets' names, <c>conf</c> to fit confidences, and <c>plain</c> to leave word vectors out.
/// </summary>
internal static class Development
{
    private const int OpenDraws = 6;
    private const int LargeDraws = 2;

    public static void Run(string[] names)
    {
        var options = new TrainingOptions { FitConfidence = names.Contains("conf"), WordVectors = !names.Contains("plain") };
        names = [.. names.Except(["conf", "plain"])];
        foreach (var (name, folds) in Sets())
        {
            if (names.Length > 0 && !names.Any(wanted => name.StartsWith(wanted, StringComparison.Ordinal)))
                continue;
            var outcomes = new List<EvaluationOutcome>();
            var watch = Stopwatch.StartNew();
            var bytes = 0L;
            foreach (var (train, test) in folds())
            {
                var model = IntentTrainer.Train(Data.Set(train), options);
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
        yield return ("few-banking77-5", () => Draws("banking77", 5));
        yield return ("few-banking77-10", () => Draws("banking77", 10));
        yield return ("few-clinc150-5", () => Draws("clinc150", 5));
        yield return ("few-clinc150-10", () => Draws("clinc150", 10));
        yield return ("folds-curekart", () => Folds("hint3-curekart/train", 5));
        yield return ("folds-massive-fa", () => Folds("massive-fa/train", 5));
        yield return ("open-curekart", () => Open("hint3-curekart/train", int.MaxValue));
        yield return ("open-massive-fa", () => Open("massive-fa/train", int.MaxValue));
        yield return ("open-banking77-10", () => Open("banking77/train", 14));
        yield return ("open-banking77-all", () => Open("banking77/train", int.MaxValue).Take(LargeDraws));
        yield return ("open-clinc150-all", () => Open("clinc150/train", int.MaxValue).Take(LargeDraws));
        yield return ("open-clinc150-10", () => [(Take("clinc150/train", 10, 0), [.. Data.Rows("clinc150/valid"), .. Data.Rows("clinc150/oos_train"), .. Data.Rows("clinc150/oos_valid")])]);
        yield return ("far-curekart", () => Open("hint3-curekart/train", int.MaxValue).Select(pair => (pair.Item1, pair.Item2.Where(row => row.Item1 != "OOS").Concat(Data.Rows("clinc150/oos_train")).Concat(Data.Rows("clinc150/oos_valid")).ToList())));
        yield return ("all-banking77", () => [([.. Data.Rows("banking77/train")], [.. Data.Rows("banking77/valid")])]);
        yield return ("all-clinc150", () => [([.. Data.Rows("clinc150/train")], [.. Data.Rows("clinc150/valid"), .. Data.Rows("clinc150/oos_train"), .. Data.Rows("clinc150/oos_valid")])]);
    }

    private static IEnumerable<(List<(string, string)>, List<(string, string)>)> Draws(string name, int shots)
    {
        for (var draw = 0; draw < 3; draw++)
            yield return (Take(name + "/train", shots, draw), [.. Data.Rows(name + "/valid")]);
    }

    private static List<(string, string)> Take(string part, int shots, int draw)
    {
        var random = new SplitMix64(100 + (ulong)draw);
        var taken = new List<(string, string)>();
        foreach (var group in Data.Rows(part).GroupBy(row => row.Label))
        {
            var rows = group.ToArray();
            var order = Enumerable.Range(0, rows.Length).ToArray();
            random.Shuffle(order);
            taken.AddRange(order.Take(shots).Select(i => rows[i]));
        }

        return taken;
    }

    /// <summary>A third of the intents becomes what nobody answers; a third of the rest is asked.</summary>
    private static IEnumerable<(List<(string, string)>, List<(string, string)>)> Open(string part, int shots)
    {
        for (var draw = 0; draw < OpenDraws; draw++)
        {
            var random = new SplitMix64(200 + (ulong)draw);
            List<(string, string)> train = [], test = [];
            foreach (var group in Take(part, shots, draw).GroupBy(row => row.Item1))
            {
                var foreign = random.Below(3) == 0;
                foreach (var row in group)
                {
                    if (foreign)
                        test.Add(("OOS", row.Item2));
                    else if (random.Below(3) == 0)
                        test.Add(row);
                    else
                        train.Add(row);
                }
            }

            var known = train.Select(row => row.Item1).ToHashSet();
            test.RemoveAll(row => row.Item1 != "OOS" && !known.Contains(row.Item1));
            yield return (train, test);
        }
    }

    private static IEnumerable<(List<(string, string)>, List<(string, string)>)> Folds(string part, int folds)
    {
        var rows = Data.Rows(part).Select((row, i) => (row, i)).GroupBy(pair => pair.row.Label)
            .SelectMany(group => group.Select((pair, i) => (pair.row, Fold: ((i * 7) + group.Key.Length) % folds))).ToList();
        for (var fold = 0; fold < folds; fold++)
            yield return ([.. rows.Where(row => row.Fold != fold).Select(row => row.row)], [.. rows.Where(row => row.Fold == fold).Select(row => row.row)]);
    }
}
