namespace Dialog.Telegram;

/// <summary>Remembers the last moments of a <see cref="Rate"/> in a ring; not thread-safe, memory O(count).</summary>
internal sealed class SlidingWindow(Rate rate)
{
    private readonly DateTimeOffset[] _moments = new DateTimeOffset[rate.Count];
    private int _oldest;

    /// <summary>The first moment, not before <paramref name="from"/>, at which one more is allowed.</summary>
    public DateTimeOffset Next(DateTimeOffset from)
    {
        var oldest = _moments[_oldest];
        return oldest == default || oldest + rate.Window <= from ? from : oldest + rate.Window;
    }

    /// <summary>Notes one; moments come in order.</summary>
    public void Add(DateTimeOffset moment)
    {
        _moments[_oldest] = moment;
        _oldest = (_oldest + 1) % _moments.Length;
    }
}
