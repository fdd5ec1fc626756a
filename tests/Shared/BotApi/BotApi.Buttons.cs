using System.Text.Json.Nodes;

namespace Dialog.Tests.Messengers;

internal sealed partial class BotApi
{
    private static readonly TimeSpan ButtonSpins = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, DateTimeOffset> _spinning = [];
    private int _presses;

    /// <summary>Pressed buttons that the bot has not answered.</summary>
    public IReadOnlyCollection<string> Spinning
    {
        get
        {
            lock (_lock) return [.. _spinning.Keys];
        }
    }

    /// <summary>What answers to pressed buttons said, in order; null where they only stopped the spinning.</summary>
    public IReadOnlyList<string?> Toasts => [.. CallsOf("answerCallbackQuery").Select(call => call.Text("text"))];

    /// <summary>A button is pressed: it spins until it is answered, for a minute at most.</summary>
    /// <returns>The id to answer.</returns>
    public string Spin()
    {
        lock (_lock)
        {
            var id = $"q{++_presses}";
            _spinning[id] = time.GetUtcNow();
            return id;
        }
    }

    internal JsonObject PressUpdate(long message, string data, JsonObject from, JsonObject chat) => new()
    {
        ["callback_query"] = new JsonObject
        {
            ["id"] = Spin(),
            ["from"] = from,
            ["chat_instance"] = "1",
            ["data"] = data,
            ["message"] = new JsonObject { ["message_id"] = message, ["date"] = time.GetUtcNow().ToUnixTimeSeconds(), ["chat"] = chat },
        },
    };

    private ApiAnswer AnswerCallbackQuery(ApiCall call)
    {
        if (call.Text("text")?.Length > 200) return ApiAnswer.Error(400, "Bad Request: MESSAGE_TOO_LONG");
        return _spinning.Remove(call.Text("callback_query_id")!, out var since) && time.GetUtcNow() - since <= ButtonSpins
            ? ApiAnswer.True
            : ApiAnswer.Error(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }
}
