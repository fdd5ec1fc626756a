using System.Net.Http.Headers;
using System.Text.Json;

namespace Dialog.Telegram;

internal static class JsonBody
{
    /// <summary>Arguments as JSON, with a length: some proxies in front of Bot API servers don't take chunks.</summary>
    public static HttpContent Of<T>(T arguments)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(arguments, typeof(T), BotJson.Default));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
