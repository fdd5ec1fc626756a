using System.Diagnostics;

namespace Dialog.Cli.Load;

/// <summary>
/// Keeps an open loop's schedule: message k is due k/rate seconds after the start, whatever became of those before it.
/// </summary>
internal static class Pacer
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <param name="rate">Messages a second.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="send">Sends a message, given its number from 0 and when it is due on the stopwatch.</param>
    /// <param name="cancellation">Ends the schedule early, without an error.</param>
    public static async Task RunAsync(double rate, double seconds, Action<long, long> send, CancellationToken cancellation)
    {
        var total = (long)Math.Round(rate * seconds);
        var start = Stopwatch.GetTimestamp();
        using var ticks = new PeriodicTimer(Tick);
        try
        {
            for (long next = 0; next < total; await ticks.WaitForNextTickAsync(cancellation))
            {
                for (var now = Stopwatch.GetTimestamp(); next < total && Due(next) <= now; next++)
                    send(next, Due(next));
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped by the user; what was sent is still checked.
        }

        long Due(long number) => start + (long)(number / rate * Stopwatch.Frequency);
    }
}
