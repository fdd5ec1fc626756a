using System.Globalization;
using System.Text;
using System.Text.Json;
using Dialog.Matching;
using Dialog.Matching.Confidence;
using Dialog.Matching.Learning;

namespace Dialog.Benchmarks;

/// <summary>
/// Derives the confidence prior: makes many small bots out of training parts and the demo shops, asks each what it should
/// know and what it cannot, and fits one regression to all. Only numbers leave this program.
/// </summary>
internal static class Prior
{
    private const int Bots = 400;
    private const int Asked = 60;
    private const double Foreign = OutOfScopeShare.Unknown;

    public static void Derive(string path)
    {
        var sources = Sources();
        var random = new SplitMix64(2026);
        var rows = new List<CalibrationRow>();
        for (var bot = 0; bot < Bots; bot++)
            rows.AddRange(Ask(sources, bot % sources.Count, ref random));

        var columns = Enumerable.Range(0, Evidence.Count).Select(i => rows.Select(row => (double)row.Evidence[i]).ToArray()).ToArray();
        var means = columns.Select(column => column.Average()).ToArray();
        var deviations = columns.Select((column, i) => Math.Max(0.05, Math.Sqrt(column.Average(value => (value - means[i]) * (value - means[i]))))).ToArray();
        var neutral = new ConfidencePrior([.. means.Select(m => (float)m)], [.. deviations.Select(d => (float)d)], new double[Evidence.Count + 1], [0.5f]) { Strength = 1 };
        ConfidencePrior.Current = neutral;
        var calibrator = Calibrator.Fit(rows, neutral, 1, whole: true);
        var curve = ThresholdCurve.From(rows.Select(row => (calibrator.Confidence(row.Evidence, 0), row.Weight)));
        Write(path, means, deviations, calibrator, curve);
        Console.WriteLine($"{rows.Count} rows of {Bots} bots; threshold at 10 % wrong {curve.ThresholdFor(0.1):F3}; written to {path}");
        for (var i = 0; i < Evidence.Count; i++)
            Console.WriteLine($"{Evidence.Names[i],-12} {calibrator.Weights[i + 1]:F3}");
    }

    private static List<IReadOnlyList<(string Label, string Text)>> Sources() =>
    [
        Data.Rows("banking77/train"), Data.Rows("clinc150/train"), Data.Rows("hint3-curekart/train"), Data.Rows("massive-fa/train"),
        Demo("models/demo/shop-fa.json"), Demo("models/demo/shop-en.json"), Data.Rows("massive-fa/train"), Demo("models/demo/shop-fa.json"),
    ];

    private static List<(string, string)> Demo(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.GetProperty("intents").EnumerateArray().SelectMany(intent =>
            intent.GetProperty("examples").EnumerateArray().Select(example => (intent.GetProperty("title").GetString()!, example.GetString()!)))];
    }

    private static List<CalibrationRow> Ask(List<IReadOnlyList<(string Label, string Text)>> sources, int source, ref SplitMix64 random)
    {
        var intents = sources[source].GroupBy(row => row.Label).Select(group => group.Select(row => row.Text).ToArray()).ToArray();
        var labels = sources[source].GroupBy(row => row.Label).Select(group => group.Key).ToArray();
        var order = Enumerable.Range(0, intents.Length).ToArray();
        random.Shuffle(order);
        var known = Math.Min((int)(2 * Math.Exp(random.Share() * Math.Log(20))), (intents.Length * 4) / 5);
        var most = Math.Exp(random.Share() * Math.Log(12));
        var titles = random.Share() < 0.6;
        var training = new List<TrainingIntent>();
        var inside = new List<(string Id, string Text)>();
        var outside = new List<string>();
        for (var i = 0; i < order.Length; i++)
        {
            var texts = intents[order[i]];
            var places = Enumerable.Range(0, texts.Length).ToArray();
            random.Shuffle(places);
            if (i >= known)
            {
                outside.AddRange(places.Take(8).Select(place => texts[place]));
                continue;
            }

            var count = Math.Clamp((int)Math.Round(most * (0.5 + random.Share())), 1, Math.Max(1, texts.Length - 1));
            training.Add(new TrainingIntent(labels[order[i]], [.. places.Take(count).Select(place => texts[place])], titles ? Data.Title(labels[order[i]]) : null));
            inside.AddRange(places.Skip(count).Take(20).Select(place => (labels[order[i]], texts[place])));
        }

        var elsewhere = sources[(source + 1 + random.Below(sources.Count - 1)) % sources.Count];
        for (var i = 0; i < outside.Count / 2 + 10; i++)
            outside.Add(elsewhere[random.Below(elsewhere.Count)].Text);
        return Rows(IntentTrainer.Train(new TrainingSet(training), new TrainingOptions { FitConfidence = false }), Pick(inside, ref random), Pick(outside, ref random));
    }

    private static List<CalibrationRow> Rows(IntentModel model, List<(string Id, string Text)> inside, List<string> outside)
    {
        var rows = new List<CalibrationRow>();
        foreach (var (id, text) in inside)
        {
            var (best, evidence) = model.Gather(text);
            rows.Add(new CalibrationRow(evidence, 0, best == id, 1));
        }

        var weight = (float)(Foreign / (1 - Foreign) * inside.Count / Math.Max(1, outside.Count));
        rows.AddRange(outside.Select(text => new CalibrationRow(model.Gather(text).Evidence, 0, false, weight)));
        return rows;
    }

    private static List<T> Pick<T>(List<T> all, ref SplitMix64 random)
    {
        var order = Enumerable.Range(0, all.Count).ToArray();
        random.Shuffle(order);
        return [.. order.Take(Asked).Select(i => all[i])];
    }

    private static void Write(string path, double[] means, double[] deviations, Calibrator calibrator, ThresholdCurve curve)
    {
        var text = new StringBuilder();
        text.Append("# Where every bot's confidence regression starts. Written by `dotnet run -c Release --project benchmarks/Dialog.Benchmarks -- prior`.\n");
        text.Append("# evidence\tmean\tdeviation\tweight\n");
        text.Append(CultureInfo.InvariantCulture, $"intercept\t{calibrator.Weights[0]:R}\n");
        for (var i = 0; i < Evidence.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{Evidence.Names[i]}\t{means[i]:R}\t{deviations[i]:R}\t{calibrator.Weights[i + 1]:R}\n");
        text.Append("confidences");
        foreach (var confidence in curve.Confidences)
            text.Append(CultureInfo.InvariantCulture, $"\t{confidence:R}");
        text.Append('\n');
        File.WriteAllText(path, text.ToString());
    }
}
