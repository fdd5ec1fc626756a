namespace Dialog.Storage.Conversations;

/// <summary>In whose hands a conversation is.</summary>
public static class ConversationStates
{
    public const string Bot = "bot";
    public const string Waiting = "waiting";
    public const string Agent = "agent";
    public const string Closed = "closed";
}

/// <summary>The head of a conversation: the fold of its events.</summary>
public sealed record Conversation
{
    /// <summary>Characters of the last message that a list shows.</summary>
    public const int PreviewLength = 160;

    public string Id { get; init; } = RandomId.New();

    public string BotId { get; init; } = "";

    /// <summary>The language the bot speaks.</summary>
    public string BotLanguage { get; init; } = "en";

    public string VisitorId { get; init; } = "";

    /// <summary>The visitor's number within the bot, for a name people can say.</summary>
    public long VisitorNumber { get; init; }

    public string Channel { get; init; } = "web";

    public string State { get; init; } = ConversationStates.Bot;

    public string? AgentId { get; init; }

    public string? AgentName { get; init; }

    /// <summary>The highest sequence number; 0 before anything was said.</summary>
    public long Last { get; init; }

    public string Preview { get; init; } = "";

    public Timestamp? WaitingSince { get; init; }

    /// <summary>
    /// Since when the visitor's last messages are with the bot and neither answered nor handed off: it waits for
    /// their continuation.
    /// </summary>
    public Timestamp? UnansweredSince { get; init; }

    public Timestamp UpdatedAt { get; init; }

    /// <summary>The messenger's chat that carries it; null when it is on the web only.</summary>
    public string? ChatId { get; init; }

    /// <summary>The visitor's name on the messenger.</summary>
    public string? PersonName { get; init; }

    /// <summary>The visitor's user name on the messenger, without @.</summary>
    public string? PersonUsername { get; init; }

    /// <summary>Why nothing can be sent to the visitor's messenger; null when it can.</summary>
    public string? Unreachable { get; init; }

    /// <summary>The head after one more event.</summary>
    public Conversation Apply(ConversationEvent happened)
    {
        var grown = this with { Last = happened.Sequence, UpdatedAt = happened.At };
        return happened.Kind switch
        {
            EventKinds.Message when happened.Author == Authors.Visitor => grown.Asked(happened),
            // Agents look for what people said, not for the bot's word that it has passed it on.
            EventKinds.Message when happened.Author == Authors.Bot => grown with { UnansweredSince = null },
            EventKinds.Message => grown with { Preview = Shorten(happened.Text ?? ""), UnansweredSince = null },
            EventKinds.Handoff => grown.Moved(ConversationStates.Waiting) with { WaitingSince = happened.At },
            EventKinds.Taken => grown.Moved(ConversationStates.Agent) with { AgentId = happened.AuthorId, AgentName = happened.AuthorName },
            EventKinds.Returned => grown.Moved(ConversationStates.Bot),
            EventKinds.Closed => grown.Moved(ConversationStates.Closed),
            _ => grown,
        };
    }

    private Conversation Asked(ConversationEvent message)
    {
        var state = State == ConversationStates.Closed ? ConversationStates.Bot : State;
        return this with
        {
            State = state,
            Preview = Shorten(message.Text ?? ""),
            UnansweredSince = state == ConversationStates.Bot ? UnansweredSince ?? message.At : null,
        };
    }

    private Conversation Moved(string state) =>
        this with { State = state, WaitingSince = null, UnansweredSince = null, AgentId = null, AgentName = null };

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= PreviewLength)
            return line;
        var end = char.IsHighSurrogate(line[PreviewLength - 1]) ? PreviewLength - 1 : PreviewLength;
        return line[..end] + "…";
    }
}
