using System.Diagnostics;
using Dialog.Matching;

namespace Dialog.Cli;

/// <summary>How long matches take on this machine, in microseconds.</summary>
/// <param name="Median">Half of them take at most so long.</param>
/// <param name="NinetyNinth">99 of 100 take at most so long.</param>
internal sealed record MatchTimes(double Median, double NinetyNinth)
{
    /// <summary>Asks each text once; of a model that has been asked before, as the first answers pay for compiling.</summary>
    /// <param name="model">The model.</param>
    /// <param name="texts">At least one.</param>
    public static MatchTimes Measure(IntentModel model, IReadOnlyList<string> texts)
    {
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
