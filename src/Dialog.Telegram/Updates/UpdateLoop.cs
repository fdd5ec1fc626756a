namespace Dialog.Telegram;

/// <summary>
/// Receives a bot's updates by long polling, at least once each: a batch is confirmed by the poll after the one that
/// brought it, and only when it has been taken. Whoever takes drops repeats by <see cref="Update.UpdateId"/>.
/// </summary>
/// <param name="client">The bot.</param>
/// <param name="take">
/// Stores a batch, in the order of its ids, all or nothing. When it throws, the batch comes again after a pause.
/// </param>
/// <param name="changed">Hears how it goes, when that changes; must not throw.</param>
public sealed class UpdateLoop(
    BotClient client, Func<IReadOnlyList<Update>, CancellationToken, Task> take, Action<PollState>? changed = null)
{
    /// <summary>After this long without updates ids may start anew, so the offset is forgotten; all before it is confirmed by then.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromDays(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time = client.Time;
    private PollState _state = new PollState.Stopped();
    private long? _offset;
    private DateTimeOffset _lastUpdate;

    /// <summary>How it goes.</summary>
    public PollState State => _state;

    /// <summary>How long a poll waits for updates; 50 s, the most there is.</summary>
    public TimeSpan Wait { get; init; } = BotClient.LongestPoll;

    /// <summary>
    /// Runs until cancelled, through network failures, a messenger in trouble and other pollers. Ends by itself, with
    /// the problem, only when the token is no longer good.
    /// </summary>
    public async Task<BotProblem?> RunAsync(CancellationToken cancellation)
    {
        _lastUpdate = _time.GetUtcNow();
        var failures = 0;
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var problem = await PollAsync(cancellation);
                if (problem is BotProblem.Unauthorized) return Stop(problem);
                failures = problem is null ? 0 : failures + 1;
                if (problem is not null) await RestAsync(problem, failures, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Stop(null);
        }
    }

    private async Task<BotProblem?> PollAsync(CancellationToken cancellation)
    {
        IReadOnlyList<Update> updates;
        var start = _time.GetTimestamp();
        try
        {
            updates = await client.GetUpdatesAsync(_offset, wait: Wait, cancellation: cancellation);
        }
        catch (BotApiException exception)
        {
            return exception.Problem;
        }
        var fresh = updates.Where(update => _offset is null || update.UpdateId >= _offset).ToArray();
        if (fresh.Length == 0) return await NothingAsync(updates.Count, start, cancellation);
        try
        {
            await take(fresh, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return new BotProblem.NotTaken(exception);
        }
        _offset = fresh[^1].UpdateId + 1;
        _lastUpdate = _time.GetUtcNow();
        Report(new PollState.Receiving());
        return null;
    }

    private async Task<BotProblem?> NothingAsync(int repeated, long start, CancellationToken cancellation)
    {
        if (repeated > 0) return new BotProblem.Refused(200, "Confirmed updates came again.");
        if (_time.GetUtcNow() - _lastUpdate >= Silence) _offset = null;
        Report(new PollState.Receiving());
        // A server that does not wait for updates is not asked all the time.
        if (_time.GetElapsedTime(start) < FirstPause) await _time.WaitAsync(FirstPause, cancellation);
        return null;
    }

    private Task RestAsync(BotProblem problem, int failures, CancellationToken cancellation)
    {
        var pause = Waiting.Backoff(failures - 1, FirstPause, LongestPause);
        if (problem is BotProblem.TooMany tooMany && tooMany.RetryAfter > pause) pause = tooMany.RetryAfter;
        Report(new PollState.Troubled(problem, _time.GetUtcNow() + pause));
        return _time.WaitAsync(pause, cancellation);
    }

    private BotProblem? Stop(BotProblem? problem)
    {
        Report(new PollState.Stopped(problem));
        return problem;
    }

    private void Report(PollState state)
    {
        if (state == _state) return;
        _state = state;
        changed?.Invoke(state);
    }
}
