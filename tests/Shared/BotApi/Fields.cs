using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Dialog.Tests.Messengers;

/// <summary>Reads what a call brings: JSON or a form with files, by a reader that is not the client's.</summary>
internal static class Fields
{
    public static async Task<JsonObject> ReadAsync(HttpContent? content, CancellationToken cancellation)
    {
        var bytes = content is null ? [] : await content.ReadAsByteArrayAsync(cancellation);
        var type = content?.Headers.ContentType;
        if (type?.MediaType == "application/json") return JsonNode.Parse(bytes)!.AsObject();
        var fields = new JsonObject();
        if (type?.MediaType != "multipart/form-data") return fields;
        var boundary = type.Parameters.Single(parameter => parameter.Name == "boundary").Value!.Trim('"');
        var reader = new MultipartReader(boundary, new MemoryStream(bytes));
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            var body = new MemoryStream();
            await section.Body.CopyToAsync(body, cancellation);
            var words = section.ContentDisposition!.Split(';', StringSplitOptions.TrimEntries)
                .Where(word => word.Contains('=', StringComparison.Ordinal))
                .ToDictionary(word => word.Split('=')[0], word => word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"'));
            fields[words["name"]] = words.TryGetValue("filename", out var name)
                ? new JsonObject { ["name"] = name, ["length"] = body.Length, ["type"] = section.ContentType, ["base64"] = Convert.ToBase64String(body.ToArray()) }
                : JsonValue.Create(Encoding.UTF8.GetString(body.ToArray()));
        }
        return fields;
    }
}
