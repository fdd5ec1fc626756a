using System.Text.Json;
using System.Text.Json.Serialization;
using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Training;

namespace Dialog.AspNetCore.Conversations;

/// <summary>What belongs to an event of the log beside its text. What does not apply is left out.</summary>
public sealed record EventData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly EventData Nothing = new();

    /// <summary>On a visitor's message in words: what the bot made of it.</summary>
    public MatchNote? Match { get; init; }

    /// <summary>On a bot's message that asks which was meant: what it offers.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>
    /// The sequence number of the message that this one answers: on a bot's message, the visitor's that it answers with
    /// an intent's answer; on a visitor's choice, the bot's question.
    /// </summary>
    public long? Answers { get; init; }

    /// <summary>On a bot's message with <see cref="Answers"/>: the intent whose answer it gives.</summary>
    public string? Intent { get; init; }

    /// <summary>
    /// On a bot's message with <see cref="Answers"/> or <see cref="Choices"/>: what the visitor had asked, be it in one
    /// message or several.
    /// </summary>
    public string? Question { get; init; }

    /// <summary>On a visitor's message: the intent picked from <see cref="Choices"/>.</summary>
    public string? Chose { get; init; }

    /// <summary>
    /// On a visitor's message: the sequence number of the bot's message that was not what was asked for, or of whose
    /// choices none was meant.
    /// </summary>
    public long? Rejects { get; init; }

    /// <summary>
    /// On a visitor's message: the messenger it came by, <c>telegram</c> or <c>bale</c>; absent on the web. On a bot's
    /// message that answers none, such as a greeting: the messenger it is for.
    /// </summary>
    public string? Via { get; init; }

    /// <summary>On anybody's message: the file it carries.</summary>
    public AttachedFile? File { get; init; }

    /// <summary>On an <c>edited</c> event: the sequence number of the message whose new text this is.</summary>
    public long? Edits { get; init; }

    /// <summary>Whether it belongs to an answer that the visitor may refuse.</summary>
    [JsonIgnore]
    public bool CanReject => Answers is not null && Intent is not null;

    /// <summary>The data as the log keeps it; null when there is none.</summary>
    public string? ToJson() => this == Nothing ? null : JsonSerializer.Serialize(this, Json);

    /// <summary>The data out of the log.</summary>
    public static EventData Of(string? json) => json is null ? Nothing : JsonSerializer.Deserialize<EventData>(json, Json)!;
}

/// <summary>An intent a visitor may have meant.</summary>
/// <param name="Id">The intent's id.</param>
/// <param name="Title">Its title.</param>
public sealed record Choice(string Id, string Title);
