using System.Numerics;

namespace Dialog.Cli.Load;

/// <summary>
/// Times in microseconds, counted in buckets whose width grows with the value (at most 0.4 % of it), as HdrHistogram
/// does. Recording is one interlocked increment; any thread may record.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int SubBits = 9;
    private const int Half = 1 << (SubBits - 1);
    private const int Doublings = 28;
    private readonly int[] _counts = new int[(Half * Doublings) + (1 << SubBits)];
    private long _max;

    /// <summary>The largest time of all, in milliseconds.</summary>
    public double Max => Volatile.Read(ref _max) / 1000.0;

    public void Record(TimeSpan time)
    {
        var value = Math.Max(0, (long)time.TotalMicroseconds);
        Interlocked.Increment(ref _counts[Math.Min(BucketOf(value), _counts.Length - 1)]);
        for (var max = Volatile.Read(ref _max); value > max; max = Volatile.Read(ref _max))
            Interlocked.CompareExchange(ref _max, value, max);
    }

    /// <summary>The time, in milliseconds, that this share of all times does not pass; null when there is none.</summary>
    public double? Percentile(double share)
    {
        long total = 0;
        foreach (var count in _counts)
            total += count;
        if (total == 0)
            return null;

        var wanted = Math.Max(1, (long)Math.Ceiling(total * share));
        var bucket = 0;
        for (long passed = _counts[0]; passed < wanted; passed += _counts[bucket])
            bucket++;
        return Math.Min(UpperEdge(bucket) / 1000.0, Max);
    }

    /// <summary>Empties it for the next stretch of time.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        Volatile.Write(ref _max, 0);
    }

    private static int BucketOf(long value)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)value | 1) - SubBits + 1);
        return (shift * Half) + (int)(value >> shift);
    }

    private static long UpperEdge(int bucket)
    {
        var shift = Math.Max(0, (bucket / Half) - 1);
        return ((long)(bucket - (shift * Half) + 1) << shift) - 1;
    }
}
