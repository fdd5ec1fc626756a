namespace Dialog.Telegram;

/// <summary>What holds for the whole bot: so many messages a second, and nothing while it was told to slow down.</summary>
internal sealed class Turnstile(Rate rate, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly SlidingWindow _window = new(rate);
    private DateTimeOffset _pausedUntil;

    /// <summary>How long the pause still lasts; zero when there is none.</summary>
    public TimeSpan Pause
    {
        get
        {
            lock (_lock)
            {
                var left = _pausedUntil - time.GetUtcNow();
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Lets nothing through for a while. A longer pause stays.</summary>
    public void PauseFor(TimeSpan duration)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + duration;
            if (until > _pausedUntil) _pausedUntil = until;
        }
    }

    /// <summary>
    /// Waits for a place in the bot's pace and returns zero; or, as soon as the bot is paused for longer than
    /// <paramref name="patience"/>, does not wait and returns the pause. Places are given out in the order they are asked
    /// for, so that after a pause those who waited come one after the other and not all at once.
    /// </summary>
    public async Task<TimeSpan> PassAsync(TimeSpan patience, CancellationToken cancellation)
    {
        while (true)
        {
            if (Pause is var pause && pause > patience) return pause;
            var place = Reserve();
            await UntilAsync(place, cancellation);
            if (!PausedAt(place)) return TimeSpan.Zero;
        }
    }

    /// <summary>The same for calls that are no messages: only a pause holds them up.</summary>
    public async Task<TimeSpan> PassUncountedAsync(TimeSpan patience, CancellationToken cancellation)
    {
        while (Pause is { Ticks: > 0 } pause)
        {
            if (pause > patience) return pause;
            await time.WaitAsync(pause, cancellation);
        }
        return TimeSpan.Zero;
    }

    private DateTimeOffset Reserve()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var place = _window.Next(_pausedUntil > now ? _pausedUntil : now);
            _window.Add(place);
            return place;
        }
    }

    private bool PausedAt(DateTimeOffset place)
    {
        lock (_lock) return _pausedUntil > place && _pausedUntil > time.GetUtcNow();
    }

    private async Task UntilAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var wait = moment - time.GetUtcNow();
        if (wait > TimeSpan.Zero) await time.WaitAsync(wait, cancellation);
        else cancellation.ThrowIfCancellationRequested();
    }
}
