using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dialog.Telegram;

/// <summary>Everything that crosses the wire, source-generated. Unknown fields are ignored, times are Unix seconds.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(UnixTimeConverter)])]
[JsonSerializable(typeof(Reply<JsonElement>))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(BotFile))]
[JsonSerializable(typeof(WebhookInfo))]
[JsonSerializable(typeof(UserProfilePhotos))]
[JsonSerializable(typeof(NoArguments))]
[JsonSerializable(typeof(GetUpdatesArguments))]
[JsonSerializable(typeof(SetWebhookArguments))]
[JsonSerializable(typeof(DeleteWebhookArguments))]
[JsonSerializable(typeof(SendMessageArguments))]
[JsonSerializable(typeof(EditMessageTextArguments))]
[JsonSerializable(typeof(EditMessageReplyMarkupArguments))]
[JsonSerializable(typeof(SetMyCommandsArguments))]
[JsonSerializable(typeof(AnswerCallbackQueryArguments))]
[JsonSerializable(typeof(SendChatActionArguments))]
[JsonSerializable(typeof(GetFileArguments))]
[JsonSerializable(typeof(GetUserProfilePhotosArguments))]
[JsonSerializable(typeof(InlineKeyboard))]
internal sealed partial class BotJson : JsonSerializerContext;

internal sealed class UnixTimeConverter : JsonConverter<DateTimeOffset>
{
    private const long LastSecond = 253_402_300_799;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // A server that counts milliseconds is understood too; a strange time is no reason to lose a message.
        if (!reader.TryGetInt64(out var time) || time is < 0 or > LastSecond * 1000) return DateTimeOffset.UnixEpoch;
        return time <= LastSecond ? DateTimeOffset.FromUnixTimeSeconds(time) : DateTimeOffset.FromUnixTimeMilliseconds(time);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
