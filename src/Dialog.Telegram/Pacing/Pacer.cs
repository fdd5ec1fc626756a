namespace Dialog.Telegram;

/// <summary>
/// Keeps a bot within its <see cref="Pace"/> and each chat in order: within a chat a message starts when the one
/// before it is over, whatever came of it. Memory is for chats with something under way or sent to within the last
/// window (3 s, groups 1 min) only.
/// </summary>
public sealed class Pacer
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, ChatLane> _lanes = [];
    private readonly Queue<(ChatLane Lane, DateTimeOffset ForgetAt)> _resting = new();
    private readonly Pace _pace;
    private readonly TimeProvider _time;

    /// <summary>A pacer for one bot.</summary>
    public Pacer(Pace pace, TimeProvider? time = null)
    {
        _pace = pace;
        _time = time ?? TimeProvider.System;
        Bot = new Turnstile(pace.Bot, _time);
    }

    /// <summary>How many chats are kept in memory.</summary>
    public int Chats
    {
        get
        {
            lock (_lock) return _lanes.Count;
        }
    }

    internal Turnstile Bot { get; }

    /// <summary>
    /// Runs <paramref name="send"/> when it is this message's turn in the chat and in the bot. Cancelling takes it out
    /// of the queue without holding up those behind it.
    /// </summary>
    public Task<T> RunAsync<T>(long chat, Func<CancellationToken, Task<T>> send, CancellationToken cancellation = default) =>
        RunInChatAsync(chat, async inner =>
        {
            await Bot.PassAsync(TimeSpan.MaxValue, inner);
            return await send(inner);
        }, cancellation);

    /// <summary>Lets no message through for a while, as the messenger asked. A longer pause stays.</summary>
    public void PauseFor(TimeSpan duration) => Bot.PauseFor(duration);

    /// <summary>Holds a chat under way to the pace of groups as well.</summary>
    internal void MarkGroup(long chat)
    {
        lock (_lock)
            if (_lanes.TryGetValue(chat, out var lane))
                lane.MarkGroup();
    }

    /// <summary>The chat's order and pace only; the bot's is up to <paramref name="send"/>, once for each attempt.</summary>
    internal async Task<T> RunInChatAsync<T>(long chat, Func<CancellationToken, Task<T>> send, CancellationToken cancellation)
    {
        var lane = await EnterAsync(chat, cancellation);
        try
        {
            var wait = lane.Next(_time.GetUtcNow()) - _time.GetUtcNow();
            if (wait > TimeSpan.Zero) await _time.WaitAsync(wait, cancellation);
            try
            {
                return await send(cancellation);
            }
            finally
            {
                // Counted when it is over: a pause may have held it up for long.
                lane.Sent(_time.GetUtcNow());
            }
        }
        finally
        {
            Leave(lane);
        }
    }

    private async Task<ChatLane> EnterAsync(long chat, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ChatLane? lane;
        LinkedListNode<TaskCompletionSource>? place;
        lock (_lock)
        {
            Forget();
            if (!_lanes.TryGetValue(chat, out lane)) _lanes.Add(chat, lane = new ChatLane(chat, _pace));
            place = lane.Enter();
        }
        if (place is not null) await WaitAsync(lane, place, cancellation);
        return lane;
    }

    private async Task WaitAsync(ChatLane lane, LinkedListNode<TaskCompletionSource> place, CancellationToken cancellation)
    {
        await using var registration = cancellation.Register(() =>
        {
            lock (_lock)
                if (lane.GiveUp(place))
                    place.Value.TrySetCanceled(cancellation);
        });
        await place.Value.Task;
    }

    private void Leave(ChatLane lane)
    {
        lock (_lock)
        {
            lane.Leave();
            if (lane.Idle) _resting.Enqueue((lane, lane.ForgetAt));
        }
    }

    /// <summary>Drops lanes that have rested long enough. One that was used since stands further back in the queue again.</summary>
    private void Forget()
    {
        var now = _time.GetUtcNow();
        while (_resting.TryPeek(out var rest) && rest.ForgetAt <= now)
        {
            _resting.Dequeue();
            if (rest.Lane.Idle && rest.Lane.ForgetAt <= now && _lanes.GetValueOrDefault(rest.Lane.Chat) == rest.Lane)
                _lanes.Remove(rest.Lane.Chat);
        }
    }
}
