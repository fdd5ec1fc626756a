using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dialog.AspNetCore.Training;

namespace Dialog.Resident;

/// <summary>What a thousand bots take in the server's own cache, and how soon a dropped one is back.</summary>
internal static class Measurement
{
    private const long Room = 1_000_000_000;
    private const double WrongShare = 0.1;

    public static async Task<string> RunAsync(ManyBots bots)
    {
        // What the first load needs of code, tables and buffers is there before anything is counted.
        using (var first = bots.Cache(Room))
            await LoadAsync(first, bots.Ids[..10]);

        using var all = bots.Cache(Room);
        var before = WorkingSet();
        await LoadAsync(all, bots.Ids);
        var grown = WorkingSet() - before;
        var held = bots.Ids.Count(all.Holds);

        using var half = bots.Cache(Room / 2);
        await LoadAsync(half, bots.Ids);

        // The cache makes room in the background.
        SpinWait.SpinUntil(() => bots.Ids.Count(half.Holds) < bots.Ids.Length, TimeSpan.FromSeconds(10));
        var dropped = bots.Ids.Where(id => !half.Holds(id)).ToArray();
        var oldest = dropped.Count(id => Array.IndexOf(bots.Ids, id) < dropped.Length);
        var times = await LoadAsync(half, dropped);
        Array.Sort(times);

        var text = new StringBuilder();
        text.Append("Printed by `dotnet run -c Release --project benchmarks/Dialog.Resident`: 1,000 different bots of 50 intents × 10 examples (two\n");
        text.Append("languages) in the server's own cache over its own database, each asked in ways that build its repair indexes. A load reads the\n");
        text.Append("model, checks it, and reads the answers.\n\n");
        text.Append("| | needed | measured |\n|---|---|---|\n");
        text.Append(CultureInfo.InvariantCulture, $"| models resident under a limit of 1,000 MB | 1,000 | {held} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| the process grew by | ≤ 1,000 MB | {grown / 1e6:F0} MB |\n");
        text.Append(CultureInfo.InvariantCulture, $"| under half the limit: dropped, of them the least recently used | about 500, all | {dropped.Length}, {oldest} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| a dropped one is loaded again in: median, 99 of 100, slowest | ≤ 10 ms | {times[times.Length / 2]:F1}, {times[times.Length * 99 / 100]:F1}, {times[^1]:F1} ms |\n");
        return text.ToString();
    }

    /// <summary>Milliseconds of each load.</summary>
    private static async Task<double[]> LoadAsync(LiveModels models, string[] ids)
    {
        var times = new double[ids.Length];
        for (var bot = 0; bot < ids.Length; bot++)
        {
            var watch = Stopwatch.StartNew();
            var model = await models.GetAsync(ids[bot]) ?? throw new InvalidOperationException("The model was not there.");
            times[bot] = watch.Elapsed.TotalMilliseconds;
            model.Read("gheymat ersal chande mishe", WrongShare);
            model.Read("helo wher is my ordr", WrongShare);
        }

        return times;
    }

    private static long WorkingSet()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
