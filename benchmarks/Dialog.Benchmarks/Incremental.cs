using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dialog.Matching;

namespace Dialog.Benchmarks;

/// <summary>One example more in a bot of 50 intents × 10 examples: from nothing, and from the former model.</summary>
internal static class Incremental
{
    private const int Bots = 5;
    private const int Rounds = 4;
    private static readonly TrainingOptions Exact = new() { Threads = 1 };
    private static readonly TrainingOptions Quick = Exact with { FitConfidence = false };

    public static void Print(string? path)
    {
        // Compiled and tiered up before anything is measured.
        for (var round = 0; round < Rounds; round++)
            Measure(1_000 + round);

        var times = Enumerable.Range(0, Bots).SelectMany(bot => Enumerable.Range(0, Rounds).Select(_ => Measure(bot))).ToArray();
        var text = new StringBuilder();
        text.Append("Printed by `dotnet run -c Release --project benchmarks/Dialog.Benchmarks -- incremental`: one example is added to bots of 50 intents × 10\n");
        text.Append("examples; one thread, median and slowest of ").Append(times.Length).Append(" trainings. Processor time does not count waiting for a busy machine.\n\n");
        text.Append("| | needed | median, ms | slowest, ms | processor, median, ms |\n|---|---|---|---|---|\n");
        text.Append(Row("from nothing, without confidence", "", times, 0));
        text.Append(Row("from nothing, with confidence", "", times, 1));
        text.Append(Row("from the former model, without confidence", "≤ 50 ms", times, 2));
        text.Append(Row("from the former model, with confidence", "≤ 300 ms", times, 3));
        Console.Write(text);
        if (path is not null)
            File.WriteAllText(path, text.ToString());
    }

    private static string Row(string name, string needed, (double Wall, double Processor)[][] times, int column)
    {
        var wall = times.Select(row => row[column].Wall).Order().ToArray();
        var processor = times.Select(row => row[column].Processor).Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {needed} | {wall[wall.Length / 2]:F0} | {wall[^1]:F0} | {processor[processor.Length / 2]:F0} |\n");
    }

    private static (double Wall, double Processor)[] Measure(int bot)
    {
        var set = SmallBots.Make(bot);
        var former = IntentTrainer.Train(SmallBots.Without(set, bot % set.Intents.Count), Exact);
        return
        [
            Time(() => IntentTrainer.Train(set, Quick)),
            Time(() => IntentTrainer.Train(set, Exact)),
            Time(() => IntentTrainer.Retrain(former, set, Quick)),
            Time(() => IntentTrainer.Retrain(former, set, Exact)),
        ];
    }

    private static (double Wall, double Processor) Time(Action training)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        training();
        var wall = watch.Elapsed.TotalMilliseconds;
        process.Refresh();
        return (wall, (process.TotalProcessorTime - before).TotalMilliseconds);
    }
}
