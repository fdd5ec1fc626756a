using System.Globalization;
using System.Text.Json.Nodes;

namespace Dialog.Tests.Messengers;

/// <summary>A call as the server saw it.</summary>
internal sealed record ApiCall(string Method, DateTimeOffset At, JsonObject Fields)
{
    public string? Text(string name) => Fields[name]?.ToString();

    public long Number(string name) => long.Parse(Fields[name]!.ToString(), CultureInfo.InvariantCulture);

    public long Chat => Number("chat_id");

    /// <summary>A field that is JSON, as such or as the text of a form's part.</summary>
    public JsonNode? Json(string name) =>
        Fields[name] is JsonValue value && value.TryGetValue<string>(out var text) ? JsonNode.Parse(text) : Fields[name];

    public bool IsSend => Method is "sendMessage" or "sendPhoto" or "sendDocument";
}
