namespace Dialog.Tests;

/// <summary>A clock that runs as fast as any, but elsewhere in time, and that a test puts forward.</summary>
/// <param name="start">What it shows at first.</param>
internal sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private long _shift = (start - System.GetUtcNow()).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _shift));

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan time) => Interlocked.Add(ref _shift, time.Ticks);
}
