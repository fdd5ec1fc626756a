namespace Dialog.Telegram;

/// <summary>
/// One chat's queue: one message at a time, first come, first served. Guarded by the lock of its <see cref="Pacer"/>,
/// except for the windows, which belong to whoever has the lane.
/// </summary>
internal sealed class ChatLane(long chat, Pace pace)
{
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private readonly SlidingWindow _chat = new(pace.Chat);
    // Telegram's groups have negative ids; elsewhere it is learnt from what comes back (MarkGroup).
    private SlidingWindow? _group = chat < 0 ? new SlidingWindow(pace.Group) : null;
    private bool _taken;

    public long Chat => chat;

    public bool Idle => !_taken && _waiting.Count == 0;

    /// <summary>From then on nothing it remembers matters any more.</summary>
    public DateTimeOffset ForgetAt { get; private set; }

    /// <summary>Takes the lane (null), or the place to wait at in its queue.</summary>
    public LinkedListNode<TaskCompletionSource>? Enter()
    {
        if (!Idle) return _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _taken = true;
        return null;
    }

    /// <summary>Gives the lane to the next who still waits.</summary>
    public void Leave()
    {
        _taken = false;
        while (!_taken && _waiting.First is { } next)
        {
            _waiting.RemoveFirst();
            _taken = next.Value.TrySetResult();
        }
    }

    /// <summary>Takes somebody who gave up out of the queue. False when the lane was theirs already.</summary>
    public bool GiveUp(LinkedListNode<TaskCompletionSource> place)
    {
        if (place.List is null) return false;
        _waiting.Remove(place);
        return true;
    }

    /// <summary>Counts as a group from the message on that is under way.</summary>
    public void MarkGroup() => _group ??= new SlidingWindow(pace.Group);

    public DateTimeOffset Next(DateTimeOffset now)
    {
        var next = _chat.Next(now);
        return _group?.Next(next) ?? next;
    }

    public void Sent(DateTimeOffset moment)
    {
        _chat.Add(moment);
        _group?.Add(moment);
        ForgetAt = moment + (_group is null ? pace.Chat.Window : pace.Group.Window);
    }
}
