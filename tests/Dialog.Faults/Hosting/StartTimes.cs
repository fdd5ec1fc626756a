using System.Globalization;

namespace Dialog.Faults.Hosting;

/// <summary>
/// How long starts took, beside how much of the machine others had meanwhile: the promise is about a server that has
/// the machine to itself.
/// </summary>
internal sealed class StartTimes
{
    private readonly List<(TimeSpan Took, double Cores)> _starts = [];

    public async Task<ServerProcess> StartAsync(Func<Task<ServerProcess>> start)
    {
        var began = TimeProvider.System.GetTimestamp();
        var (busyBefore, allBefore) = Machine();
        var server = await start();
        var (busy, all) = Machine();
        var others = Math.Max(0, busy - busyBefore - Own(server.Id)) / Math.Max(1, all - allBefore);
        // A start is mostly one thread's work: it is slower only once less than one core is left.
        _starts.Add((TimeProvider.System.GetElapsedTime(began), Math.Min(1, Environment.ProcessorCount * (1 - others))));
        return server;
    }

    /// <summary>The median start, as it was.</summary>
    public TimeSpan Median => Middle(_starts.Select(start => start.Took));

    /// <summary>The median start, had the others not been there.</summary>
    public TimeSpan MedianAlone => Middle(_starts.Select(start => start.Took * start.Cores));

    private static TimeSpan Middle(IEnumerable<TimeSpan> times) => times.Order().ElementAt(times.Count() / 2);

    private static double Own(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return Number(fields[11]) + Number(fields[12]);
    }

    // user nice system idle iowait irq softirq steal, in ticks since the machine started
    private static (double Busy, double All) Machine()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(Number).ToArray();
        return (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum());
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
