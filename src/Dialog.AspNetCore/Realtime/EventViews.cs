using System.Text.Json.Serialization;
using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Channels;
using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Conversations;

namespace Dialog.AspNetCore.Realtime;

/// <summary>An event as the visitor sees it.</summary>
public record VisitorEvent
{
    /// <summary>Its place in the conversation: 1, 2, 3 … without a hole.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>message</c>, <c>edited</c>, <c>handoff</c>, <c>taken</c>, <c>returned</c>, <c>closed</c> or <c>hidden</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The sender's own id of a visitor's message.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary><c>visitor</c>, <c>bot</c> or <c>agent</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? From { get; init; }

    /// <summary>The agent's name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>The file a message carries; its text is the caption, or the file's name where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AttachedFile? File { get; init; }

    /// <summary>What the bot offers where it asks which was meant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>Whether this is an answer that the visitor may say is not the one asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CanReject { get; init; }

    /// <summary>On an <c>edited</c> event: the sequence number of the message whose new text this is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Edits { get; init; }

    internal static VisitorEvent Of(ConversationEvent happened)
    {
        var data = EventData.Of(happened.Data);
        return new VisitorEvent
        {
            Sequence = happened.Sequence,
            At = happened.At.Value,
            Kind = happened.Kind,
            Id = ClientIdOf(happened, Authors.Visitor),
            From = happened.Author,
            Name = happened.AuthorName,
            Text = happened.Text,
            Choices = data.Choices,
            CanReject = data.CanReject,
            File = data.File,
            Edits = data.Edits,
        };
    }

    private protected static string? ClientIdOf(ConversationEvent happened, string author) =>
        happened.Author == author ? happened.ClientId?[(happened.ClientId.LastIndexOf(':') + 1)..] : null;
}

/// <summary>An event as the desk sees it.</summary>
public sealed record DeskEvent : VisitorEvent
{
    /// <summary>The agent who did it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AgentId { get; init; }

    /// <summary>On a visitor's message: what the bot said, or would have said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MatchNote? Match { get; init; }

    /// <summary>On a visitor's message: the intent picked from what the bot offered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Chose { get; init; }

    /// <summary>On a visitor's message: the bot's message that was refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Rejects { get; init; }

    /// <summary>How its carrying to a messenger stands; absent when it has arrived, or there is nowhere to carry it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DeliveryView? Delivery { get; init; }

    internal static new DeskEvent Of(ConversationEvent happened)
    {
        var data = EventData.Of(happened.Data);
        return new DeskEvent
        {
            Sequence = happened.Sequence,
            At = happened.At.Value,
            Kind = happened.Kind,
            Id = ClientIdOf(happened, Authors.Visitor) ?? ClientIdOf(happened, Authors.Agent),
            From = happened.Author,
            Name = happened.AuthorName,
            Text = happened.Text,
            Choices = data.Choices,
            CanReject = data.CanReject,
            File = data.File,
            Edits = data.Edits,
            AgentId = happened.Author == Authors.Agent ? happened.AuthorId : null,
            Match = data.Match,
            Chose = data.Chose,
            Rejects = data.Rejects,
        };
    }
}

/// <summary>A conversation in the desk's list.</summary>
public sealed record DeskItem(
    string Id, string Bot, string State, DeskAgent? Agent, DeskVisitor Visitor, string Channel,
    string Preview, long Last, DateTimeOffset UpdatedAt, DateTimeOffset? WaitingSince)
{
    private static readonly Languages.Phrase VisitorName = new("Visitor {0}", "بازدیدکننده {0}");

    /// <summary>The person as their messenger names them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DeskPerson? Person { get; init; }

    /// <summary>Why nothing reaches their messenger: <c>blocked</c>, <c>deactivated</c> or <c>gone</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unreachable { get; init; }

    internal static DeskItem Of(Conversation conversation) => new(
        conversation.Id,
        conversation.BotId,
        conversation.State,
        conversation.AgentId is { } agent ? new DeskAgent(agent, conversation.AgentName ?? "") : null,
        new DeskVisitor(conversation.VisitorId, NameOf(conversation)),
        conversation.Channel,
        conversation.Preview,
        conversation.Last,
        conversation.UpdatedAt.Value,
        conversation.WaitingSince?.Value)
    {
        Person = conversation.PersonName is { Length: > 0 } name ? new DeskPerson(name, conversation.PersonUsername) : null,
        Unreachable = conversation.Unreachable,
    };

    private static string NameOf(Conversation conversation) =>
        conversation.PersonName is { Length: > 0 } name ? name : VisitorName.In(conversation.BotLanguage, conversation.VisitorNumber);
}

/// <summary>A person as their messenger names them.</summary>
public sealed record DeskPerson(string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Username);

/// <summary>The agent who has a conversation.</summary>
public sealed record DeskAgent(string Id, string Name);

/// <summary>The visitor of a conversation.</summary>
public sealed record DeskVisitor(string Id, string Name);
