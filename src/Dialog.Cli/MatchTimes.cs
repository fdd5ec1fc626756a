using System.Diagnostics;
using Dialog.Matching;

namespace Dialog.Cli;

/// <summary>How long matches take on this machine, in microseconds.</summary>
/// <param name="Median">Half of them take at most so long.</param>
/// <param name="NinetyNinth">99 of 100 take at most so long.</param>
internal sealed record MatchTimes(double Median, double NinetyNinth)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);

    /// <summary>Asks each text once, after half a second of asking, as the first answers pay for compiling.</summary>
    /// <param name="model">The model.</param>
    /// <param name="texts">At least one.</param>
    public static MatchTimes Measure(IntentModel model, IReadOnlyList<string> texts)
    {
        var warm = Stopwatch.StartNew();
        for (var i = 0; warm.Elapsed < WarmUp; i++)
            model.Match(texts[i % texts.Count]);

        var times = new double[texts.Count];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            model.Match(texts[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return new MatchTimes(times[times.Length / 2], times[times.Length * 99 / 100]);
    }
}
