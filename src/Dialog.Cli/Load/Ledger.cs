using System.Runtime.InteropServices;
using Dialog.Cli.Load.Hub;

namespace Dialog.Cli.Load;

/// <summary>
/// One conversation as its visitor lived it: what was sent when, what was acknowledged, what came in which order. The
/// sending and the receiving side both write to it.
/// </summary>
internal sealed class Ledger(Tally tally)
{
    private readonly Lock _guard = new();
    private readonly List<Sending> _sendings = [];
    private readonly List<Seen> _seen = [];
    private readonly HashSet<long> _pushedAhead = [];
    private readonly List<int> _unanswered = [];
    private long _highestPush;
    private bool _isWaiting;

    /// <summary>How many messages were sent.</summary>
    public int Sent
    {
        get
        {
            lock (_guard)
                return _sendings.Count;
        }
    }

    /// <summary>The highest sequence number up to which everything is known.</summary>
    public long Last
    {
        get
        {
            lock (_guard)
                return _seen.Count;
        }
    }

    /// <summary>Notes a message that is on its way; its number is its id.</summary>
    /// <param name="due">When it was to be sent, on the stopwatch.</param>
    /// <param name="text">Which of the run's texts it is.</param>
    public int Send(long due, int text)
    {
        lock (_guard)
        {
            _sendings.Add(new Sending(due, text, Sequence: 0));
            return _sendings.Count - 1;
        }
    }

    /// <summary>The server says that a message is durable, at this place.</summary>
    public void Acknowledge(int number, long sequence)
    {
        lock (_guard)
        {
            if (number < 0 || number >= _sendings.Count)
                return;
            if (_sendings[number].Sequence != 0)
            {
                tally.CountDoubled();
                return;
            }

            _sendings[number] = _sendings[number] with { Sequence = sequence };
            tally.CountAcknowledged();
        }
    }

    /// <summary>An event was pushed.</summary>
    /// <returns>False when events before it are missing and are to be asked for.</returns>
    public bool Push(HubEvent happened)
    {
        lock (_guard)
        {
            if (WasPushed(happened.Sequence))
            {
                tally.CountDoubled();
                return true;
            }

            if (happened.Sequence < _highestPush)
                tally.CountOutOfOrder();
            _highestPush = Math.Max(_highestPush, happened.Sequence);
            if (happened.Sequence > _seen.Count + 1)
            {
                _pushedAhead.Add(happened.Sequence);
                return false;
            }

            if (happened.Sequence == _seen.Count + 1)
                Take(happened);
            else
                _seen[(int)happened.Sequence - 1] = _seen[(int)happened.Sequence - 1] with { IsPushed = true };
            return true;
        }
    }

    /// <summary>An event came in answer to "what is after the last I have".</summary>
    public void CatchUp(HubEvent happened)
    {
        lock (_guard)
        {
            if (happened.Sequence == _seen.Count + 1)
                Take(happened, isPushed: _pushedAhead.Remove(happened.Sequence));
        }
    }

    /// <summary>What there is to compare with the log, once nothing is sent any more.</summary>
    public (IReadOnlyList<Sending> Sendings, IReadOnlyList<HubEvent> Seen) Close()
    {
        lock (_guard)
            return ([.. _sendings], [.. _seen.Select(seen => seen.Event)]);
    }

    private bool WasPushed(long sequence) =>
        _pushedAhead.Contains(sequence) || (sequence >= 1 && sequence <= _seen.Count && _seen[(int)sequence - 1].IsPushed);

    private void Take(HubEvent happened, bool isPushed = true)
    {
        _seen.Add(new Seen(happened, isPushed));
        switch (happened.Kind)
        {
            case HappenedKind.OwnMessage when happened.Own < _sendings.Count:
                // To who waits for a person the bot speaks up only when it is sure; its silence before was meant.
                if (_isWaiting)
                    _unanswered.Clear();
                _unanswered.Add(happened.Own);
                break;
            case HappenedKind.BotMessage:
                Answer();
                break;
            case HappenedKind.Handoff:
                _isWaiting = true;
                tally.CountHandedOff();
                break;
            case HappenedKind.WithBotAgain:
                _isWaiting = false;
                break;
            default:
                break;
        }
    }

    private void Answer()
    {
        foreach (var number in _unanswered)
        {
            if (_sendings[number].IsAnswered)
                continue;
            _sendings[number] = _sendings[number] with { IsAnswered = true };
            tally.CountAnswered(_sendings[number].Due);
        }

        _unanswered.Clear();
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Seen(HubEvent Event, bool IsPushed);
}

/// <summary>A message a visitor sent.</summary>
/// <param name="Due">When it was to be sent, on the stopwatch.</param>
/// <param name="Text">Which of the run's texts it is.</param>
/// <param name="Sequence">Where the server said it is; 0 while it was not acknowledged.</param>
/// <param name="IsAnswered">Whether an answer to it has come.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sending(long Due, int Text, long Sequence, bool IsAnswered = false);
