using System.Globalization;
using System.Text;
using System.Text.Json;
using Dialog.Matching;
using Dialog.Matching.Evaluation;
using Dialog.Matching.Learning;

namespace Dialog.Benchmarks;

/// <summary>
/// What an owner meets on the first day: bots of twelve intents out of a demo shop with two or four examples each, asked the
/// shop's other phrasings and those of the intents left out; with and without what the bot answers.
/// </summary>
internal static class FirstDay
{
    private const int Draws = 8;
    private const int Intents = 12;
    private const double WrongShare = 0.1;

    private sealed record Shop(string Title, string Answer, string[] Examples);

    public static void Print(string folder)
    {
        var text = new StringBuilder("| shop | examples | answers | accuracy | AUROC | ECE | at 90 % | threshold | answered, in scope | wrong among answers |\n|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var language in new[] { "fa", "en" })
        {
            foreach (var examples in new[] { 2, 4 })
            {
                foreach (var answers in new[] { false, true })
                    text.Append(Measure(Read(Path.Combine(folder, $"shop-{language}.json")), language, examples, answers)).Append('\n');
            }
        }

        Console.Write(text);
    }

    private static string Measure(Shop[] shop, string language, int examples, bool answers)
    {
        var outcomes = new List<EvaluationOutcome>();
        var answered = new List<EvaluationOutcome>();
        var thresholds = new List<double>();
        for (var draw = 0; draw < Draws; draw++)
        {
            var (set, cases) = Draw(shop, examples, answers, new SplitMix64((ulong)draw));
            var model = IntentTrainer.Train(set);
            thresholds.Add(model.ThresholdFor(WrongShare));
            var said = Evaluator.Ask(model, cases).ToArray();
            outcomes.AddRange(said);
            answered.AddRange(said.Where(outcome => outcome.Confidence >= thresholds[^1]));
        }

        var report = Evaluator.Report(outcomes);
        var inScope = answered.Count(outcome => outcome.Case.IntentId is not null) / (double)outcomes.Count(outcome => outcome.Case.IntentId is not null);
        var wrong = answered.Count(outcome => !outcome.IsRight) / (double)answered.Count;
        return string.Create(CultureInfo.InvariantCulture, $"| {language} | {examples} | {(answers ? "yes" : "no")} | {report.Accuracy:F3} | {report.Auroc:F3} | {report.Ece:F3} | {report.CoverageAt90:F3} | {thresholds.Average():F2} | {inScope:F3} | {wrong:F3} |");
    }

    private static (TrainingSet Set, List<EvaluationCase> Cases) Draw(Shop[] shop, int examples, bool answers, SplitMix64 random)
    {
        var places = Enumerable.Range(0, shop.Length).ToArray();
        random.Shuffle(places);
        var training = new List<TrainingIntent>();
        var cases = new List<EvaluationCase>();
        foreach (var (i, place) in places.Index())
        {
            var (title, answer, phrasings) = shop[place];
            var mixed = Enumerable.Range(0, phrasings.Length).ToArray();
            random.Shuffle(mixed);
            if (i < Intents)
                training.Add(new TrainingIntent(title, [.. mixed.Take(examples).Select(p => phrasings[p])], title, answers ? answer : null));
            var asked = i < Intents ? mixed.Skip(examples).Take(12) : mixed.Take(4);
            cases.AddRange(asked.Select(p => new EvaluationCase(i < Intents ? title : null, phrasings[p])));
        }

        return (new TrainingSet(training), cases);
    }

    private static Shop[] Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.GetProperty("intents").EnumerateArray().Select(intent => new Shop(
            intent.GetProperty("title").GetString()!,
            intent.GetProperty("answer").GetString()!,
            [.. intent.GetProperty("examples").EnumerateArray().Select(example => example.GetString()!)]))];
    }
}
