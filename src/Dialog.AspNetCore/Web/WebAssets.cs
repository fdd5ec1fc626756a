using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Dialog.AspNetCore.Web;

/// <summary>
/// The built widget and console, embedded in this assembly so that any host can serve them under any path.
/// Each file is compressed once, when first asked for.
/// </summary>
internal sealed class WebAssets
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private readonly ConcurrentDictionary<string, Asset?> _assets = new();

    /// <summary>A file by its path, such as <c>console/index.html</c>; null when there is none.</summary>
    public Asset? Find(string path) => _assets.GetOrAdd(path, Load);

    private static Asset? Load(string path)
    {
        using var resource = typeof(WebAssets).Assembly.GetManifestResourceStream("web/" + path);
        if (resource is null)
            return null;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return Asset.Of(path, bytes.ToArray(), ContentTypes.TryGetContentType(path, out var type) ? type : "application/octet-stream");
    }
}

/// <summary>A file as it is sent.</summary>
internal sealed record Asset(string ContentType, byte[] Bytes, byte[]? Brotli, EntityTagHeaderValue Tag, bool IsForEver)
{
    private const int WorthCompressing = 1024;

    public static Asset Of(string path, byte[] bytes, string contentType) => new(
        contentType.StartsWith("text/", StringComparison.Ordinal) || contentType.Contains("javascript", StringComparison.Ordinal)
            ? contentType + "; charset=utf-8"
            : contentType,
        bytes,
        IsText(contentType) && bytes.Length > WorthCompressing ? Compress(bytes) : null,
        new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..20]}\""),
        HasHashInName(path));

    /// <summary>Sends the file, or 304 when the browser has it.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = Tag;
        context.Response.Headers.CacheControl = IsForEver ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.Vary = "Accept-Encoding";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(Tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var body = Bytes;
        if (Brotli is not null && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            body = Brotli;
            context.Response.Headers.ContentEncoding = "br";
        }

        context.Response.ContentType = ContentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static bool IsText(string contentType) =>
        contentType.StartsWith("text/", StringComparison.Ordinal)
        || contentType is "application/javascript" or "application/json" or "image/svg+xml";

    // Vite writes assets/name-HASH.ext: such a file never changes under its name.
    private static bool HasHashInName(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return path.Contains("/assets/", StringComparison.Ordinal) && name.LastIndexOf('-') is >= 0 and var dash && name.Length - dash > 8;
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
            brotli.Write(bytes);
        return compressed.ToArray();
    }
}
