using System.Security.Cryptography;

namespace Dialog.Telegram;

internal static class Waiting
{
    /// <summary>
    /// Waits by the injected clock, rounded up to a whole millisecond: timers count in those, and one that ends a
    /// little early would send a message a little too soon.
    /// </summary>
    public static Task WaitAsync(this TimeProvider time, TimeSpan duration, CancellationToken cancellation) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(duration.TotalMilliseconds)), time, cancellation);

    /// <summary>The first wait doubled with each further one up to a longest, then 75–125 % of it, so that no two bots keep step.</summary>
    public static TimeSpan Backoff(int attempt, TimeSpan first, TimeSpan longest)
    {
        var doubled = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Clamp(attempt, 0, 30)), longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(doubled * RandomNumberGenerator.GetInt32(750, 1251) / 1000);
    }
}
