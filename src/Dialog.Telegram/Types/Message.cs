using System.Text.Json;

namespace Dialog.Telegram;

/// <summary>A message. Of its contents at most one of the media is there; everything unknown is left out.</summary>
public sealed record Message
{
    /// <summary>The id, unique within the chat; 0 when the messenger did not say.</summary>
    public long MessageId { get; init; }

    /// <summary>Where it was sent.</summary>
    public required Chat Chat { get; init; }

    /// <summary>Who sent it; missing in channels.</summary>
    public User? From { get; init; }

    /// <summary>When it was sent, to the second. A button's message may be too old to be shown: then the epoch.</summary>
    public DateTimeOffset Date { get; init; }

    /// <summary>When it was last edited.</summary>
    public DateTimeOffset? EditDate { get; init; }

    /// <summary>The text, up to 4,096 UTF-16 units.</summary>
    public string? Text { get; init; }

    /// <summary>The caption of a photo or file, up to 1,024 UTF-16 units.</summary>
    public string? Caption { get; init; }

    /// <summary>A photo in several sizes, the largest last.</summary>
    public IReadOnlyList<PhotoSize> Photo { get => field ?? []; init; }

    /// <summary>A file of any kind.</summary>
    public MediaFile? Document { get; init; }

    /// <summary>A voice message.</summary>
    public MediaFile? Voice { get; init; }

    /// <summary>A piece of music.</summary>
    public MediaFile? Audio { get; init; }

    /// <summary>A video.</summary>
    public MediaFile? Video { get; init; }

    /// <summary>A round video message.</summary>
    public MediaFile? VideoNote { get; init; }

    /// <summary>A short silent video; its <see cref="Document"/> is set as well.</summary>
    public MediaFile? Animation { get; init; }

    /// <summary>A sticker.</summary>
    public Sticker? Sticker { get; init; }

    /// <summary>A point on the map.</summary>
    public Location? Location { get; init; }

    /// <summary>A shared phone number.</summary>
    public Contact? Contact { get; init; }

    /// <summary>The message this one answers.</summary>
    public Message? ReplyToMessage { get; init; }

    /// <summary>Ties the photos of one album together: each comes as a message of its own.</summary>
    public string? MediaGroupId { get; init; }

    /// <summary>This group has become the supergroup of that id.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>This supergroup was the group of that id.</summary>
    public long? MigrateFromChatId { get; init; }

    /// <summary>What was sent is sent, even if the answer that says so can't be read in full: then the ids alone are known.</summary>
    internal static Message ReadSent(JsonElement result, long chat)
    {
        try
        {
            if (result.ValueKind == JsonValueKind.Object && result.Deserialize(BotJson.Default.Message) is { } message) return message;
        }
        catch (JsonException)
        {
            // Falls through to what matters of it.
        }
        var known = result.ValueKind == JsonValueKind.Object && result.TryGetProperty("message_id", out var id)
            && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : 0;
        return new Message { MessageId = known, Chat = new Chat { Id = chat } };
    }
}
