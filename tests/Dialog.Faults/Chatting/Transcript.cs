using System.Text.Json;

namespace Dialog.Faults.Chatting;

/// <summary>One event as any reader sees it.</summary>
internal sealed record Entry(long Sequence, DateTimeOffset At, string Kind, string? From, string? Id, string? Text)
{
    public bool IsSaidBy(string author) => Kind == "message" && From == author;

    public static Entry Of(JsonElement happened) => new(
        happened.GetProperty("sequence").GetInt64(),
        happened.GetProperty("at").GetDateTimeOffset(),
        happened.GetProperty("kind").GetString()!,
        Word(happened, "from"),
        Word(happened, "id"),
        Word(happened, "text"));

    private static string? Word(JsonElement happened, string name) =>
        happened.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>
/// What one reader knows of a conversation. It grows by what comes next and refuses the rest: a hole is left for the
/// reader to ask about, and an event that differs from what was told before is a broken promise.
/// </summary>
internal sealed class Transcript
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private readonly List<(long Sequence, TaskCompletionSource Reached)> _waiting = [];

    public long Last
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <summary>How often the past was told otherwise than before.</summary>
    public int Contradictions { get; private set; }

    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries];
        }
    }

    /// <summary>Takes in what continues the transcript.</summary>
    /// <returns>What was new; the last sequence number told is beyond <see cref="Last"/> when there is a hole.</returns>
    public IReadOnlyList<Entry> Apply(IEnumerable<Entry> told)
    {
        var fresh = new List<Entry>();
        lock (_gate)
        {
            foreach (var entry in told)
            {
                if (entry.Sequence == _entries.Count + 1)
                {
                    _entries.Add(entry);
                    fresh.Add(entry);
                }
                else if (entry.Sequence <= _entries.Count && entry != _entries[(int)entry.Sequence - 1])
                {
                    Contradictions++;
                }
            }

            foreach (var (_, reached) in _waiting.Where(one => one.Sequence <= _entries.Count))
                reached.TrySetResult();
            _waiting.RemoveAll(one => one.Sequence <= _entries.Count);
        }

        return fresh;
    }

    /// <summary>Ends when the transcript is this long.</summary>
    public Task ReachesAsync(long sequence)
    {
        lock (_gate)
        {
            if (_entries.Count >= sequence)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((sequence, reached));
            return reached.Task.WaitAsync(Limit.Event);
        }
    }
}
