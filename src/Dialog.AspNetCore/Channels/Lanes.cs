namespace Dialog.AspNetCore.Channels;

/// <summary>
/// Work in lanes: within a lane one turn after the other, across lanes side by side. A lane lives while there is
/// something to do in it.
/// </summary>
/// <param name="atOnce">Turns at the same time; a lane that rests takes no place.</param>
/// <param name="patience">How long turns under way may take when the lanes are closed, before they are cut off.</param>
/// <param name="clock">The clock rests are measured by.</param>
/// <param name="turn">
/// One turn: does what there is, and says how long to rest before the next; null when all is done. It must not throw
/// but when it is cut off.
/// </param>
internal sealed class Lanes<TKey>(int atOnce, TimeSpan patience, TimeProvider clock, Func<TKey, CancellationToken, Task<TimeSpan?>> turn)
    : IAsyncDisposable
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Lane> _lanes = [];
    private readonly SemaphoreSlim _places = new(atOnce);
    private readonly CancellationTokenSource _cut = new();
    private bool _isStopping;

    /// <summary>There is something to do: the lane takes a turn as soon as it can, and ends a rest for it.</summary>
    public void Wake(TKey key)
    {
        lock (_lock)
        {
            if (_isStopping)
                return;
            if (_lanes.TryGetValue(key, out var lane))
            {
                lane.Woken.TrySetResult();
                return;
            }

            _lanes[key] = lane = new Lane();
            lane.Running = Task.Run(() => RunAsync(key, lane));
        }
    }

    /// <summary>Lets turns under way end within the patience, then cuts them off.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_lock)
        {
            _isStopping = true;
            foreach (var lane in _lanes.Values)
                lane.Woken.TrySetResult();
            running = [.. _lanes.Values.Select(lane => lane.Running)];
        }

        var all = Task.WhenAll(running);
        await Task.WhenAny(all, Task.Delay(patience, TimeProvider.System, CancellationToken.None));
        await _cut.CancelAsync();
        await all;
        _cut.Dispose();
        _places.Dispose();
    }

    private async Task RunAsync(TKey key, Lane lane)
    {
        try
        {
            while (Begin(lane))
            {
                await _places.WaitAsync(_cut.Token);
                TimeSpan? rest;
                try
                {
                    rest = await turn(key, _cut.Token);
                }
                finally
                {
                    _places.Release();
                }

                if (rest is { } pause)
                    await RestAsync(lane, pause);
                else if (End(key, lane))
                    return;
            }
        }
        catch (OperationCanceledException) when (_cut.IsCancellationRequested)
        {
            // Cut off; what is not done is taken up again at the next start.
        }
    }

    private bool Begin(Lane lane)
    {
        lock (_lock)
        {
            lane.Woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return !_isStopping;
        }
    }

    private bool End(TKey key, Lane lane)
    {
        lock (_lock)
        {
            if (lane.Woken.Task.IsCompleted)
                return false;
            _lanes.Remove(key);
            return true;
        }
    }

    private async Task RestAsync(Lane lane, TimeSpan pause)
    {
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(_cut.Token);
        var rest = Task.Delay(pause, clock, woken.Token);
        await Task.WhenAny(rest, lane.Woken.Task);
        await woken.CancelAsync();
    }

    private sealed class Lane
    {
        public TaskCompletionSource Woken { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Running { get; set; } = Task.CompletedTask;
    }
}
