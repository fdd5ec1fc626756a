using Dialog.Storage.Feedback;

namespace Dialog.Storage.Conversations;

/// <summary>What can happen in a conversation.</summary>
public static class EventKinds
{
    /// <summary>Somebody said something.</summary>
    public const string Message = "message";

    /// <summary>The visitor has changed a message; the text is the new one.</summary>
    public const string Edited = "edited";

    /// <summary>The conversation now waits for a person.</summary>
    public const string Handoff = "handoff";

    /// <summary>An agent has taken it.</summary>
    public const string Taken = "taken";

    /// <summary>The agent has handed it back to the bot.</summary>
    public const string Returned = "returned";

    /// <summary>The agent has closed it.</summary>
    public const string Closed = "closed";
}

/// <summary>Who did it.</summary>
public static class Authors
{
    public const string Visitor = "visitor";
    public const string Bot = "bot";
    public const string Agent = "agent";
}

/// <summary>An event before it has its place in the log.</summary>
public sealed record NewEvent(string Kind, string Author)
{
    public string? AuthorId { get; init; }

    public string? AuthorName { get; init; }

    public string? Text { get; init; }

    /// <summary>What belongs to the event beside its text, as JSON; the log does not look into it.</summary>
    public string? Data { get; init; }

    /// <summary>What the event tells about a message of the bot.</summary>
    public NewFeedback? Feedback { get; init; }
}

/// <summary>One entry of a conversation's log.</summary>
public sealed record ConversationEvent
{
    public long Sequence { get; init; }

    public Timestamp At { get; init; }

    public string Kind { get; init; } = "";

    public string Author { get; init; } = "";

    public string? AuthorId { get; init; }

    public string? AuthorName { get; init; }

    /// <summary>The id the sender gave, with the sender's kind before it.</summary>
    public string? ClientId { get; init; }

    public string? Text { get; init; }

    public string? Data { get; init; }
}
