using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dialog.Cli.Load.Hub;

/// <summary>The frames a visitor sends, put together from parts encoded once.</summary>
internal static class HubFrames
{
    /// <summary>Before the number in the id of a message.</summary>
    public const byte IdPrefix = (byte)'m';

    public static ReadOnlyMemory<byte> Handshake { get; } = "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray();

    public static ReadOnlyMemory<byte> Ping { get; } = "{\"type\":6}\u001e"u8.ToArray();

    /// <summary>Texts as they stand in a frame.</summary>
    public static JsonEncodedText[] Encode(IReadOnlyList<string> texts) =>
        [.. texts.Select(text => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))];

    public static byte[] Hello(string bot, string? token) => Encoding.UTF8.GetBytes(
        $$"""{"type":1,"invocationId":"hello","target":"Hello","arguments":[{"bot":{{Quote(bot)}},"token":{{(token is null ? "null" : Quote(token))}},"after":0}]}"""
        + "\u001e");

    public static void Send(ArrayBufferWriter<byte> frame, int number, JsonEncodedText text)
    {
        frame.Write("{\"type\":1,\"invocationId\":\""u8);
        Number(frame, number);
        frame.Write("\",\"target\":\"Send\",\"arguments\":[{\"id\":\"m"u8);
        Number(frame, number);
        frame.Write("\",\"text\":\""u8);
        frame.Write(text.EncodedUtf8Bytes);
        frame.Write("\"}]}\u001e"u8);
    }

    public static void After(ArrayBufferWriter<byte> frame, long after)
    {
        frame.Write("{\"type\":1,\"invocationId\":\"after\",\"target\":\"After\",\"arguments\":[{\"after\":"u8);
        Number(frame, after);
        frame.Write("}]}\u001e"u8);
    }

    private static void Number(ArrayBufferWriter<byte> frame, long number)
    {
        Utf8Formatter.TryFormat(number, frame.GetSpan(20), out var written);
        frame.Advance(written);
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
