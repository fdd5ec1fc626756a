using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dialog.Telegram;

/// <summary>
/// Something that happened. At most one of its contents is there; none when it is of a kind Dialog has no use for,
/// or could not be read: such an update is confirmed like any other, or it would come for ever.
/// </summary>
public sealed record Update
{
    /// <summary>The id; repeats of one update carry the same. Grows by one, except after a week of silence.</summary>
    public required long UpdateId { get; init; }

    /// <summary>A new message.</summary>
    public Message? Message { get; init; }

    /// <summary>A message was changed.</summary>
    public Message? EditedMessage { get; init; }

    /// <summary>A button was pressed.</summary>
    public CallbackQuery? CallbackQuery { get; init; }

    /// <summary>What the bot is in a chat has changed: blocked, unblocked, added, removed.</summary>
    public ChatMemberUpdated? MyChatMember { get; init; }

    /// <summary>The update as it came, for keeping; <see cref="Read(ReadOnlyMemory{byte})"/> reads it again.</summary>
    [JsonIgnore]
    public string Json { get; init; } = "";

    /// <summary>The kinds of updates Dialog asks for.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["message", "edited_message", "callback_query", "my_chat_member"];

    /// <summary>The chat it happened in, if any: updates of one chat are to be worked off in their order.</summary>
    public Chat? Chat => Message?.Chat ?? EditedMessage?.Chat ?? CallbackQuery?.Message?.Chat ?? MyChatMember?.Chat;

    /// <summary>Reads what a webhook was sent. Null when it is no update at all: not JSON, or without an id.</summary>
    public static Update? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static Update? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("update_id", out var id)
            || id.ValueKind != JsonValueKind.Number || !id.TryGetInt64(out var number))
            return null;
        try
        {
            return element.Deserialize(BotJson.Default.Update)! with { Json = element.GetRawText() };
        }
        catch (JsonException)
        {
            return new Update { UpdateId = number, Json = element.GetRawText() };
        }
    }
}

/// <summary>A button was pressed. Always answer it, or it goes on spinning.</summary>
public sealed record CallbackQuery
{
    /// <summary>What <see cref="BotClient.AnswerCallbackQueryAsync"/> takes.</summary>
    public required string Id { get; init; }

    /// <summary>Who pressed it.</summary>
    public required User From { get; init; }

    /// <summary>The message the button is at.</summary>
    public Message? Message { get; init; }

    /// <summary>What the button brought back; anybody may send anything, so check it.</summary>
    public string? Data { get; init; }
}

/// <summary>What somebody is in a chat has changed.</summary>
public sealed record ChatMemberUpdated
{
    /// <summary>The chat.</summary>
    public required Chat Chat { get; init; }

    /// <summary>Who changed it.</summary>
    public required User From { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset Date { get; init; }

    /// <summary>What it was.</summary>
    public ChatMember? OldChatMember { get; init; }

    /// <summary>What it is now.</summary>
    public ChatMember? NewChatMember { get; init; }
}

/// <summary>What somebody is in a chat.</summary>
public sealed record ChatMember
{
    /// <summary><c>member</c>, <c>administrator</c>, <c>kicked</c> (in a private chat: the bot is blocked), <c>left</c> …</summary>
    public string Status { get => field ?? ""; init; }

    /// <summary>Who.</summary>
    public User? User { get; init; }

    /// <summary>Whether the bot can't write there any more.</summary>
    public bool IsOut => Status is "kicked" or "left";
}
