using System.Diagnostics;

namespace Dialog.Cli.Load;

/// <summary>What all visitors of a run have counted together. Any thread may count.</summary>
internal sealed class Tally
{
    private long _sent, _acknowledged, _answered, _refused, _doubled, _outOfOrder, _lost, _handedOff, _cut, _lastMoment;

    public long Sent => Volatile.Read(ref _sent);

    public long Acknowledged => Volatile.Read(ref _acknowledged);

    public long Answered => Volatile.Read(ref _answered);

    public long Refused => Volatile.Read(ref _refused);

    public long Lost => Volatile.Read(ref _lost);

    public long Doubled => Volatile.Read(ref _doubled);

    public long OutOfOrder => Volatile.Read(ref _outOfOrder);

    /// <summary>Conversations that the bot passed on to a person.</summary>
    public long HandedOff => Volatile.Read(ref _handedOff);

    /// <summary>Connections that ended before the run did.</summary>
    public long Cut => Volatile.Read(ref _cut);

    /// <summary>The first problem the server named, in its words.</summary>
    public Hub.HubProblem? FirstProblem { get; private set; }

    /// <summary>The stopwatch's time of the last acknowledgement or answer.</summary>
    public long LastMoment => Volatile.Read(ref _lastMoment);

    /// <summary>From send to answer, over the whole run.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>The same since it was last cleared, for who watches.</summary>
    public LatencyHistogram Recent { get; } = new();

    public void CountSent() => Interlocked.Increment(ref _sent);

    public void CountAcknowledged()
    {
        Interlocked.Increment(ref _acknowledged);
        Volatile.Write(ref _lastMoment, Stopwatch.GetTimestamp());
    }

    public void CountAnswered(long due)
    {
        var now = Stopwatch.GetTimestamp();
        var time = Stopwatch.GetElapsedTime(due, now);
        Latency.Record(time);
        Recent.Record(time);
        Interlocked.Increment(ref _answered);
        Volatile.Write(ref _lastMoment, now);
    }

    public void CountRefused(Hub.HubProblem problem)
    {
        Interlocked.Increment(ref _refused);
        FirstProblem ??= problem;
    }

    public void CountLost() => Interlocked.Increment(ref _lost);

    public void CountDoubled() => Interlocked.Increment(ref _doubled);

    public void CountOutOfOrder() => Interlocked.Increment(ref _outOfOrder);

    public void CountHandedOff() => Interlocked.Increment(ref _handedOff);

    public void CountCut() => Interlocked.Increment(ref _cut);
}
