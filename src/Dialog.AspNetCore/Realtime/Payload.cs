using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dialog.AspNetCore.Realtime;

/// <summary>A push's argument, put into JSON once however many read it.</summary>
[JsonConverter(typeof(Converter))]
internal sealed class Payload
{
    // Sockets carry UTF-8, so Persian needs no escapes; what a page does with it is the page's matter.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly byte[] _utf8;

    private Payload(byte[] utf8) => _utf8 = utf8;

    public int Length => _utf8.Length;

    public static Payload Of<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, Json));

    private sealed class Converter : JsonConverter<Payload>
    {
        public override Payload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Payloads are only sent.");

        public override void Write(Utf8JsonWriter writer, Payload value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value._utf8, skipInputValidation: true);
    }
}
