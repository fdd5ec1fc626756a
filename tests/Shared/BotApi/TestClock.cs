namespace Dialog.Tests.Messengers;

/// <summary>A clock with timers that stands until a test moves it.</summary>
internal sealed class TestClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2026, 3, 21, 8, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the time and fires on the way what is due, in order.</summary>
    public void Advance(TimeSpan time)
    {
        var end = GetUtcNow() + time;
        while (FireNext(end)) { }
        lock (_lock) if (end > _now) _now = end;
    }

    /// <summary>
    /// Moves the time from timer to timer until the work is done. Timers more than a day away stand for "never".
    /// </summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        await RunAsync((Task)work);
        return await work;
    }

    public async Task RunAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            await SettleAsync(work);
            if (!work.IsCompleted) FireNext(GetUtcNow() + TimeSpan.FromHours(23));
        }
        await work;
    }

    /// <summary>Lets what can run without the time moving run first.</summary>
    private static async Task SettleAsync(Task work)
    {
        for (var quiet = 0; quiet < 20 && !work.IsCompleted; quiet++)
        {
            await Task.Yield();
            if (ThreadPool.PendingWorkItemCount > 0) quiet = 0;
        }
    }

    private bool FireNext(DateTimeOffset until)
    {
        Timer? next;
        lock (_lock)
        {
            next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next is null) return false;
            _timers.Remove(next);
            if (next.Due > _now) _now = next.Due;
        }
        next.Fire();
        return true;
    }

    private sealed class Timer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = clock._now + dueTime;
                clock._timers.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
