using System.Text;
using System.Text.Json.Nodes;

namespace Dialog.Tests.Messengers;

internal sealed partial class BotApi
{
    private readonly List<SentMessage> _taken = [];
    private readonly Dictionary<(long Chat, long Message), SentMessage> _messages = [];
    private readonly HashSet<long> _blocked = [];
    private long _lastMessage;

    /// <summary>Messages that were taken, in order, as they were sent.</summary>
    public IReadOnlyList<SentMessage> Taken
    {
        get
        {
            lock (_lock) return [.. _taken];
        }
    }

    public Dictionary<long, long> Migrated { get; } = [];

    /// <summary>Groups whose ids don't show it.</summary>
    public HashSet<long> GroupChats { get; } = [];

    /// <summary>The bot's messages that a chat shows now, after edits, in order.</summary>
    public IReadOnlyList<SentMessage> Shown(long chat)
    {
        lock (_lock) return [.. _messages.Values.Where(message => message.Chat == chat).OrderBy(message => message.MessageId)];
    }

    /// <summary>Whether the chat refuses the bot, with 403.</summary>
    public void Block(long chat, bool blocks = true)
    {
        lock (_lock) _ = blocks ? _blocked.Add(chat) : _blocked.Remove(chat);
    }

    private ApiAnswer SendMessage(ApiCall call) =>
        Unreachable(call) ?? CheckText(call, "text", 4096, required: true) ?? CheckKeyboard(call) ?? Take(call, call.Text("text")!);

    private ApiAnswer SendFile(ApiCall call)
    {
        var refusal = Unreachable(call) ?? CheckText(call, "caption", 1024, required: false) ?? CheckKeyboard(call);
        if (refusal is not null) return refusal;
        var field = call.Method == "sendPhoto" ? "photo" : "document";
        if (call.Fields[field] is not JsonObject part) return ApiAnswer.Error(400, $"Bad Request: there is no {field} in the request");
        var file = new SentFile(part["name"]!.ToString(), part["type"]?.ToString(), Convert.FromBase64String(part["base64"]!.ToString()));
        if (file.Bytes.Length == 0) return ApiAnswer.Error(400, "Bad Request: file must be non-empty");
        return Take(call, call.Text("caption") ?? "", file);
    }

    private ApiAnswer EditMessageText(ApiCall call)
    {
        if (Find(call) is not { } old) return ApiAnswer.Error(400, "Bad Request: message to edit not found");
        return CheckText(call, "text", 4096, required: true) ?? CheckKeyboard(call)
            ?? Replace(old, old with { Text = call.Text("text")!, Keyboard = call.Json("reply_markup") });
    }

    private ApiAnswer EditMessageReplyMarkup(ApiCall call) =>
        Find(call) is not { } old ? ApiAnswer.Error(400, "Bad Request: message to edit not found")
        : CheckKeyboard(call) ?? Replace(old, old with { Keyboard = call.Json("reply_markup") });

    private SentMessage? Find(ApiCall call) => _messages.GetValueOrDefault((call.Chat, call.Number("message_id")));

    private ApiAnswer Replace(SentMessage old, SentMessage fresh)
    {
        if (old.Text == fresh.Text && HasButtons(old.Keyboard) == HasButtons(fresh.Keyboard) && JsonNode.DeepEquals(old.Keyboard, fresh.Keyboard ?? old.Keyboard))
            return ApiAnswer.Error(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same");
        _messages[(old.Chat, old.MessageId)] = HasButtons(fresh.Keyboard) ? fresh : fresh with { Keyboard = null };
        return ApiAnswer.True;
    }

    private static bool HasButtons(JsonNode? keyboard) => keyboard?["inline_keyboard"]!.AsArray().Count > 0;

    private ApiAnswer Take(ApiCall call, string text, SentFile? file = null)
    {
        var sent = new SentMessage(call.Chat, ++_lastMessage, text, call.At, call.Json("reply_markup")?.DeepClone(), file);
        _messages[(sent.Chat, sent.MessageId)] = sent;
        _taken.Add(sent);
        var message = new JsonObject
        {
            ["message_id"] = sent.MessageId,
            ["date"] = time.GetUtcNow().ToUnixTimeSeconds(),
            ["chat"] = new JsonObject { ["id"] = sent.Chat, ["type"] = IsGroup(sent.Chat) ? "group" : "private" },
            ["a_field_of_the_future"] = new JsonObject { ["x"] = 1 },
        };
        if (file is null) message["text"] = text;
        else message["document"] = new JsonObject { ["file_id"] = "F" + file.Bytes.Length, ["file_name"] = file.Name };
        return ApiAnswer.Ok(message);
    }

    private bool IsGroup(long chat) => chat < 0 || GroupChats.Contains(chat);

    private ApiAnswer? Unreachable(ApiCall call)
    {
        if (_blocked.Contains(call.Chat)) return ApiAnswer.Error(403, "Forbidden: bot was blocked by the user");
        return Migrated.TryGetValue(call.Chat, out var moved)
            ? ApiAnswer.Error(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = moved })
            : null;
    }

    private static ApiAnswer? CheckText(ApiCall call, string field, int limit, bool required)
    {
        if (call.Text(field) is not { } text) return required ? ApiAnswer.Error(400, "Bad Request: message text is empty") : null;
        var length = text.Length;
        if (call.Text("parse_mode") is { } mode)
        {
            if (mode != "HTML") return ApiAnswer.Error(400, "Bad Request: unsupported parse_mode");
            if (StrictHtml.Length(text) is not { } parsed)
                return ApiAnswer.Error(400, "Bad Request: can't parse entities: Unsupported start tag at byte offset 0");
            length = parsed;
        }
        if (length == 0 || string.IsNullOrWhiteSpace(text)) return ApiAnswer.Error(400, "Bad Request: message text is empty");
        return length > limit ? ApiAnswer.Error(400, "Bad Request: message is too long") : null;
    }

    private static ApiAnswer? CheckKeyboard(ApiCall call)
    {
        if (call.Json("reply_markup") is not { } markup) return null;
        foreach (var button in markup["inline_keyboard"]!.AsArray().SelectMany(row => row!.AsArray()))
        {
            if (string.IsNullOrWhiteSpace(button!["text"]?.ToString())) return ApiAnswer.Error(400, "Bad Request: text buttons are empty");
            var bytes = Encoding.UTF8.GetByteCount(button["callback_data"]?.ToString() ?? "");
            if (button["url"] is null && bytes is < 1 or > 64) return ApiAnswer.Error(400, "Bad Request: BUTTON_DATA_INVALID");
        }
        return null;
    }
}
