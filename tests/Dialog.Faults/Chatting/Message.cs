using System.Text.Json;

namespace Dialog.Faults.Chatting;

/// <summary>A visitor's message on its way, kept until it is acknowledged.</summary>
internal sealed class Message(string id, string text)
{
    private readonly TaskCompletionSource<long> _acknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _replied = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = id;

    public string Text { get; } = text;

    /// <summary>The place it was acknowledged with; 0 while it was not.</summary>
    public long Sequence { get; private set; }

    /// <summary>Whether a repeat was acknowledged with another place than before.</summary>
    public bool IsMoved { get; private set; }

    /// <summary>The last refusal in words.</summary>
    public JsonElement? Problem { get; private set; }

    /// <summary>What the server said when it failed rather than refused.</summary>
    public string? Failure { get; set; }

    public long SentAt { get; set; }

    public long AnsweredAt { get; set; }

    public Task<long> Acknowledged => _acknowledged.Task;

    /// <summary>Ends with the first reply, be it an acknowledgement or a refusal.</summary>
    public Task Replied => _replied.Task;

    public void Hear(JsonElement reply)
    {
        if (reply.GetProperty("value") is { ValueKind: JsonValueKind.Object } value)
        {
            var sequence = value.GetProperty("sequence").GetInt64();
            IsMoved |= Sequence != 0 && Sequence != sequence;
            Sequence = sequence;
            _acknowledged.TrySetResult(sequence);
        }
        else
        {
            Problem = reply.GetProperty("problem");
        }

        _replied.TrySetResult();
    }
}
