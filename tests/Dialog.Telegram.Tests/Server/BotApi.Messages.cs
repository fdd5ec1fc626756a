using System.Text.Json.Nodes;

namespace Dialog.Telegram.Tests;

internal sealed partial class BotApi
{
    private readonly Dictionary<(long Chat, long Message), string> _messages = [];
    private readonly List<(long Chat, DateTimeOffset At)> _sent = [];
    private long _lastMessage;
    private DateTimeOffset _pausedUntil;

    /// <summary>Messages that were taken, in order.</summary>
    public IReadOnlyList<(long Chat, string Text, DateTimeOffset At)> Taken
    {
        get
        {
            lock (_lock) return [.. _taken];
        }
    }

    /// <summary>Calls made although the bot had been told to wait.</summary>
    public int TooEarly { get; private set; }

    public HashSet<long> Blocked { get; } = [];

    public Dictionary<long, long> Migrated { get; } = [];

    private readonly List<(long Chat, string Text, DateTimeOffset At)> _taken = [];

    private Answer SendMessage(Call call)
    {
        var refusal = Unreachable(call) ?? CheckText(call, "text", 4096, required: true) ?? CheckKeyboard(call);
        if (refusal is not null) return refusal;
        return Take(call, call.Text("text")!, new JsonObject { ["text"] = call.Text("text") });
    }

    private Answer SendFile(Call call)
    {
        var refusal = Unreachable(call) ?? CheckText(call, "caption", 1024, required: false) ?? CheckKeyboard(call);
        if (refusal is not null) return refusal;
        var field = call.Method == "sendPhoto" ? "photo" : "document";
        if (call.Fields[field] is not JsonObject file) return Answer.Error(400, $"Bad Request: there is no {field} in the request");
        return Take(call, file["name"]!.ToString(), new JsonObject { ["document"] = new JsonObject { ["file_id"] = "F" + file["length"], ["file_name"] = file["name"]!.ToString() } });
    }

    private Answer EditMessageText(Call call)
    {
        var key = (call.Chat, call.Number("message_id"));
        if (!_messages.TryGetValue(key, out var old)) return Answer.Error(400, "Bad Request: message to edit not found");
        if (CheckText(call, "text", 4096, required: true) is { } refusal) return refusal;
        if (old == call.Text("text"))
            return Answer.Error(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same");
        _messages[key] = call.Text("text")!;
        return Answer.True;
    }

    private static Answer AnswerCallbackQuery(Call call) => call.Text("callback_query_id") switch
    {
        "old" => Answer.Error(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"),
        _ when call.Text("text")?.Length > 200 => Answer.Error(400, "Bad Request: MESSAGE_TOO_LONG"),
        _ => Answer.True,
    };

    private Answer Take(Call call, string text, JsonObject message)
    {
        message["message_id"] = ++_lastMessage;
        message["date"] = time.GetUtcNow().ToUnixTimeSeconds();
        message["chat"] = new JsonObject { ["id"] = call.Chat, ["type"] = call.Chat < 0 || GroupChats.Contains(call.Chat) ? "group" : "private" };
        message["a_field_of_the_future"] = new JsonObject { ["x"] = 1 };
        _messages[(call.Chat, _lastMessage)] = text;
        _taken.Add((call.Chat, text, call.At));
        return Answer.Ok(message);
    }

    /// <summary>Groups whose ids don't show it.</summary>
    public HashSet<long> GroupChats { get; } = [];

    private Answer? Unreachable(Call call)
    {
        if (Blocked.Contains(call.Chat)) return Answer.Error(403, "Forbidden: bot was blocked by the user");
        return Migrated.TryGetValue(call.Chat, out var moved)
            ? Answer.Error(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = moved })
            : null;
    }

    private static Answer? CheckText(Call call, string field, int limit, bool required)
    {
        if (call.Text(field) is not { } text) return required ? Answer.Error(400, "Bad Request: message text is empty") : null;
        var length = text.Length;
        if (call.Text("parse_mode") is { } mode)
        {
            if (mode != "HTML") return Answer.Error(400, "Bad Request: unsupported parse_mode");
            if (StrictHtml.Length(text) is not { } parsed)
                return Answer.Error(400, "Bad Request: can't parse entities: Unsupported start tag at byte offset 0");
            length = parsed;
        }
        if (length == 0 || string.IsNullOrWhiteSpace(text)) return Answer.Error(400, "Bad Request: message text is empty");
        return length > limit ? Answer.Error(400, "Bad Request: message is too long") : null;
    }

    private static Answer? CheckKeyboard(Call call)
    {
        var markup = call.Fields["reply_markup"] is JsonValue text ? JsonNode.Parse(text.ToString()) : call.Fields["reply_markup"];
        if (markup is null) return null;
        foreach (var button in markup["inline_keyboard"]!.AsArray().SelectMany(row => row!.AsArray()))
        {
            var bytes = System.Text.Encoding.UTF8.GetByteCount(button!["callback_data"]?.ToString() ?? "");
            if (button["url"] is null && bytes is < 1 or > 64) return Answer.Error(400, "Bad Request: BUTTON_DATA_INVALID");
        }
        return null;
    }

    /// <summary>30 a second by the bot, 20 a minute to a group, 3 in 3 seconds to a chat; nothing during a pause.</summary>
    private Answer? TooMany(Call call)
    {
        var left = (int)Math.Ceiling((_pausedUntil - call.At).TotalSeconds);
        if (left > 0)
        {
            TooEarly++;
            return Answer.TooMany(left);
        }
        if (call.Method is not ("sendMessage" or "sendPhoto" or "sendDocument" or "editMessageText")) return null;
        _sent.RemoveAll(sent => sent.At <= call.At - TimeSpan.FromMinutes(1));
        int Within(TimeSpan window, Func<long, bool> chat) => _sent.Count(sent => sent.At > call.At - window && chat(sent.Chat));
        if (Within(TimeSpan.FromSeconds(1), _ => true) >= 30 || Within(TimeSpan.FromSeconds(3), chat => chat == call.Chat) >= 3
            || ((call.Chat < 0 || GroupChats.Contains(call.Chat)) && Within(TimeSpan.FromMinutes(1), chat => chat == call.Chat) >= 20))
            return Answer.TooMany(5);
        _sent.Add((call.Chat, call.At));
        return null;
    }

    private Answer Note(Answer answer)
    {
        var seconds = answer.Status == System.Net.HttpStatusCode.TooManyRequests && answer.Type == "application/json"
            ? (int?)JsonNode.Parse(answer.Body)!["parameters"]?["retry_after"] : null;
        if (seconds is not null) _pausedUntil = time.GetUtcNow().AddSeconds(seconds.Value);
        return answer;
    }
}
