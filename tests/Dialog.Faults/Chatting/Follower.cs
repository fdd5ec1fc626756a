namespace Dialog.Faults.Chatting;

/// <summary>
/// Keeps a transcript whole while pushes come and go: whoever hears of an event beyond a hole asks for what lies
/// between, once at a time.
/// </summary>
/// <param name="ask">Gives the events after a sequence number, a page at a time.</param>
internal sealed class Follower(Func<long, Task<IReadOnlyList<Entry>>> ask)
{
    private readonly Lock _gate = new();
    private long _heardOf;
    private bool _isAsking;

    public Transcript Transcript { get; } = new();

    /// <summary>How often a hole had to be asked about.</summary>
    public int Holes { get; private set; }

    /// <summary>Takes in events and asks for what is missing before them.</summary>
    public IReadOnlyList<Entry> Hear(IReadOnlyList<Entry> told)
    {
        var fresh = Transcript.Apply(told);
        if (told.Count > 0 && told[^1].Sequence > Transcript.Last)
            _ = CatchUpAsync(told[^1].Sequence);
        return fresh;
    }

    /// <summary>Asks until the transcript has this sequence number.</summary>
    public async Task CatchUpAsync(long sequence)
    {
        lock (_gate)
        {
            _heardOf = Math.Max(_heardOf, sequence);
            if (_isAsking || Transcript.Last >= _heardOf)
                return;
            _isAsking = true;
            Holes++;
        }

        try
        {
            while (IsBehind())
                Transcript.Apply(await ask(Transcript.Last));
        }
        catch (HubClosedException)
        {
            lock (_gate)
                _isAsking = false;
        }
    }

    private bool IsBehind()
    {
        lock (_gate)
            return _isAsking = Transcript.Last < _heardOf;
    }
}
