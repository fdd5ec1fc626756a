using System.Diagnostics;

namespace Dialog.Cli.Load;

/// <summary>Waits for what is still on its way when the last message has been sent.</summary>
internal static class Patience
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    // Longer than the bot waits for the continuation of a message it is unsure of.
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static async Task AwaitAnswersAsync(Tally tally)
    {
        var began = Stopwatch.GetTimestamp();
        var (progress, since) = (Progress(tally), began);
        while (!IsComplete(tally) && Stopwatch.GetElapsedTime(since) < LongestQuiet && Stopwatch.GetElapsedTime(began) < Longest)
        {
            await Task.Delay(Look, TimeProvider.System);
            if (Progress(tally) is var now && now != progress)
                (progress, since) = (now, Stopwatch.GetTimestamp());
        }
    }

    private static bool IsComplete(Tally tally) =>
        tally.Acknowledged + tally.Refused >= tally.Sent && tally.Answered >= tally.Acknowledged;

    private static long Progress(Tally tally) => tally.Acknowledged + tally.Refused + tally.Answered;
}
