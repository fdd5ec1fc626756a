using System.Net;
using System.Text.Json.Nodes;

namespace Dialog.Tests.Messengers;

internal sealed partial class BotApi
{
    /// <summary>Files by their id; the path is made from it.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    private ApiAnswer GetFile(ApiCall call) => Files.TryGetValue(call.Text("file_id")!, out var bytes)
        ? ApiAnswer.Ok(new JsonObject { ["file_id"] = call.Text("file_id"), ["file_size"] = bytes.Length, ["file_path"] = $"documents/{call.Text("file_id")} سند.pdf" })
        : ApiAnswer.Error(400, "Bad Request: invalid file_id");

    private HttpResponseMessage Fetch(string[] path)
    {
        var name = Uri.UnescapeDataString(path[3]);
        if (path[2] != "bot" + token || !name.StartsWith("documents/", StringComparison.Ordinal)) return ApiAnswer.Error(404, "Not Found").ToResponse();
        return Files.TryGetValue(name["documents/".Length..].Split(' ')[0], out var bytes)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) }
            : ApiAnswer.Error(404, "Not Found").ToResponse();
    }
}
