using System.Globalization;
using System.Text;

namespace Dialog.AspNetCore.Metrics;

/// <summary>The values of one instrument under one set of tags.</summary>
internal abstract class Series
{
    public abstract void Record(double value);

    public abstract void Write(StringBuilder text, string name, string tags);

    protected static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    protected static string Braced(string tags) => tags.Length == 0 ? "" : $"{{{tags}}}";
}

/// <summary>A sum: what counters and up-down counters add.</summary>
internal sealed class Sum : Series
{
    private double _value;

    public override void Record(double value)
    {
        double before;
        do
        {
            before = Volatile.Read(ref _value);
        }
        while (Interlocked.CompareExchange(ref _value, before + value, before) != before);
    }

    public override void Write(StringBuilder text, string name, string tags) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}{Braced(tags)} {Number(Volatile.Read(ref _value))}\n");
}

/// <summary>The last value: what gauges show.</summary>
internal sealed class Last : Series
{
    private double _value;

    public override void Record(double value) => Volatile.Write(ref _value, value);

    public override void Write(StringBuilder text, string name, string tags) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}{Braced(tags)} {Number(Volatile.Read(ref _value))}\n");
}

/// <summary>Counts below bounds that double, and the sum: a Prometheus histogram.</summary>
internal sealed class Buckets(double smallest) : Series
{
    private const int Count = 20;
    private readonly Lock _lock = new();
    private readonly long[] _counts = new long[Count + 1];
    private double _sum;

    public override void Record(double value)
    {
        var bucket = 0;
        while (bucket < Count && value > Bound(bucket))
            bucket++;
        lock (_lock)
        {
            _counts[bucket]++;
            _sum += value;
        }
    }

    public override void Write(StringBuilder text, string name, string tags)
    {
        lock (_lock)
        {
            var separator = tags.Length == 0 ? "" : ",";
            long below = 0;
            for (var i = 0; i <= Count; i++)
            {
                below += _counts[i];
                var bound = i == Count ? "+Inf" : Number(Bound(i));
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{tags}{separator}le=\"{bound}\"}} {below}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"{name}_sum{Braced(tags)} {Number(_sum)}\n");
            text.Append(CultureInfo.InvariantCulture, $"{name}_count{Braced(tags)} {below}\n");
        }
    }

    private double Bound(int bucket) => smallest * Math.Pow(2, bucket);
}
