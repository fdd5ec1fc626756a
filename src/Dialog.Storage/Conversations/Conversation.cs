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

    public Timestamp UpdatedAt { get; init; }

    /// <summary>The head after one more event.</summary>
    public Conversation Apply(ConversationEvent happened)
    {
        var grown = this with { Last = happened.Sequence, UpdatedAt = happened.At };
        return happened.Kind switch
        {
            EventKinds.Message => grown with
            {
                Preview = Shorten(happened.Text ?? ""),
                State = happened.Author == Authors.Visitor && State == ConversationStates.Closed ? ConversationStates.Bot : State,
            },
            EventKinds.Handoff => grown with { State = ConversationStates.Waiting, WaitingSince = happened.At, AgentId = null, AgentName = null },
            EventKinds.Taken => grown with
            {
                State = ConversationStates.Agent,
                WaitingSince = null,
                AgentId = happened.AuthorId,
                AgentName = happened.AuthorName,
            },
            EventKinds.Returned => grown with { State = ConversationStates.Bot, WaitingSince = null, AgentId = null, AgentName = null },
            EventKinds.Closed => grown with { State = ConversationStates.Closed, WaitingSince = null, AgentId = null, AgentName = null },
            _ => grown,
        };
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= PreviewLength)
            return line;
        var end = char.IsHighSurrogate(line[PreviewLength - 1]) ? PreviewLength - 1 : PreviewLength;
        return line[..end] + "…";
    }
}
