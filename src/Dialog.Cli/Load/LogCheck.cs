using Dialog.Cli.Load.Hub;

namespace Dialog.Cli.Load;

/// <summary>
/// Compares the log, read again from its beginning, with what its visitor was told while it was written. What went
/// wrong is counted once: the hole that a lost message leaves is not out of order as well.
/// </summary>
internal sealed class LogCheck(Ledger ledger, IReadOnlyList<string> texts, Tally tally)
{
    private readonly (IReadOnlyList<Sending> Sendings, IReadOnlyList<HubEvent> Seen) _told = ledger.Close();
    private readonly HashSet<int> _found = [];
    private readonly SortedSet<long> _missing = [];

    /// <summary>The highest sequence number read.</summary>
    public long Last { get; private set; }

    /// <summary>The next event of the log.</summary>
    public void Read(LogEvent entry)
    {
        var happened = HubEvent.Of(entry);
        var isInPlace = happened.Sequence > Last && !IsToldOtherwise(happened);
        for (var skipped = Last + 1; skipped < happened.Sequence; skipped++)
            _missing.Add(skipped);
        _missing.Remove(happened.Sequence);
        Last = Math.Max(Last, happened.Sequence);

        if (IsSent(happened, entry.Text) is { } sending)
        {
            if (!_found.Add(happened.Own))
            {
                tally.CountDoubled();
                return;
            }

            isInPlace &= sending.Sequence == 0 || sending.Sequence == happened.Sequence;
        }

        if (!isInPlace)
            tally.CountOutOfOrder();
    }

    /// <summary>The log has ended: what was acknowledged and has not come is lost, what is missing beside it is a hole.</summary>
    public void End()
    {
        for (var sequence = Last + 1; sequence <= _told.Seen.Count; sequence++)
            _missing.Add(sequence);
        for (var number = 0; number < _told.Sendings.Count; number++)
        {
            if (_told.Sendings[number].Sequence == 0 || _found.Contains(number))
                continue;
            tally.CountLost();
            _missing.Remove(_told.Sendings[number].Sequence);
        }

        foreach (var _ in _missing)
            tally.CountOutOfOrder();
    }

    private Sending? IsSent(HubEvent happened, string? text) =>
        happened.Kind == HappenedKind.OwnMessage && happened.Own < _told.Sendings.Count && _told.Sendings[happened.Own] is var sending
            && string.Equals(text, texts[sending.Text], StringComparison.Ordinal)
            ? sending
            : null;

    // The same number shows the same event to everybody, at any time.
    private bool IsToldOtherwise(HubEvent happened) =>
        happened.Sequence <= _told.Seen.Count && happened.Sequence >= 1 && _told.Seen[(int)happened.Sequence - 1] != happened;
}
