using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dialog.Matching;
using Microsoft.Extensions.Caching.Memory;

namespace Dialog.Benchmarks;

/// <summary>A thousand different bots in the cache that the server keeps live models in, under the same accounting.</summary>
internal static class Resident
{
    private const int Bots = 1_000;
    private const long Limit = 1L << 30;

    public static void Print(string? path)
    {
        var folder = Directory.CreateTempSubdirectory("dialog-resident-");
        try
        {
            Train(folder.FullName);
            var text = Measure(folder.FullName);
            Console.Write(text);
            if (path is not null)
                File.WriteAllText(path, text);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Train(string folder)
    {
        for (var bot = 0; bot < Bots; bot++)
        {
            using var file = File.Create(Path.Combine(folder, $"{bot}"));
            IntentTrainer.Train(SmallBots.Make(bot), new TrainingOptions { FitConfidence = false }).Save(file);
            if (bot % 100 == 99)
                Console.Error.WriteLine($"{bot + 1} bots trained");
        }
    }

    private static string Measure(string folder)
    {
        // What one bot needs of code, tables and buffers is there before the first is counted.
        Use(Load(folder, 0));
        Use(Load(folder, 1));
        using var all = new MemoryCache(new MemoryCacheOptions { SizeLimit = Limit, TrackStatistics = true });
        var before = WorkingSet();
        var times = new double[Bots];
        for (var bot = 0; bot < Bots; bot++)
        {
            var watch = Stopwatch.StartNew();
            var model = Load(folder, bot);
            times[bot] = watch.Elapsed.TotalMilliseconds;
            Use(model);
            all.Set(bot, model, new MemoryCacheEntryOptions { Size = model.Size });
        }

        var grown = WorkingSet() - before;
        var statistics = all.GetCurrentStatistics()!;
        Array.Sort(times);

        var half = Evict(folder, statistics.CurrentEstimatedSize!.Value / 2);
        var text = new StringBuilder();
        text.Append("Printed by `dotnet run -c Release --project benchmarks/Dialog.Benchmarks -- resident`: 1,000 different bots of 50 intents × 10 examples\n");
        text.Append("(two languages), loaded from files into the server's kind of cache with its limit of 1 GiB, each asked in ways that build its repair indexes.\n\n");
        text.Append("| | needed | measured |\n|---|---|---|\n");
        text.Append(CultureInfo.InvariantCulture, $"| models resident | 1,000 | {statistics.CurrentEntryCount} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| the process grew by | ≤ 1,074 MB | {grown / 1e6:F0} MB |\n");
        text.Append(CultureInfo.InvariantCulture, $"| the cache was told | the same | {statistics.CurrentEstimatedSize / 1e6:F0} MB |\n");
        text.Append(CultureInfo.InvariantCulture, $"| load, median and slowest but ten | ≤ 5 ms, ≤ 10 ms | {times[Bots / 2]:F1} ms, {times[^11]:F1} ms |\n");
        text.Append(CultureInfo.InvariantCulture, $"| under half the limit: resident, of them among the newest half | about 500, all | {half.Resident}, {half.Newest} |\n");
        return text.ToString();
    }

    /// <summary>Half the room: the least recently used have to go.</summary>
    private static (int Resident, int Newest) Evict(string folder, long limit)
    {
        using var cache = new MemoryCache(new MemoryCacheOptions { SizeLimit = limit });
        for (var bot = 0; bot < Bots; bot++)
        {
            var model = Load(folder, bot);
            cache.Set(bot, model, new MemoryCacheEntryOptions { Size = model.Size });
        }

        // The cache makes room in the background.
        SpinWait.SpinUntil(() => Enumerable.Range(0, Bots).Count(bot => cache.TryGetValue(bot, out _)) < Bots, TimeSpan.FromSeconds(10));
        var resident = Enumerable.Range(0, Bots).Where(bot => cache.TryGetValue(bot, out _)).ToArray();
        return (resident.Length, resident.Count(bot => bot >= Bots / 2));
    }

    private static IntentModel Load(string folder, int bot) => IntentModel.Load(File.ReadAllBytes(Path.Combine(folder, $"{bot}")));

    private static void Use(IntentModel model)
    {
        model.Match("gheymat ersal chande mishe");
        model.Match("helo wher is my ordr");
    }

    private static long WorkingSet()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
