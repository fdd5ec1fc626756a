using Microsoft.AspNetCore.Http;

namespace Dialog.AspNetCore.Web;

/// <summary>Where the product is mounted in its host: empty in Dialog.Server, such as <c>/support</c> in another app.</summary>
internal sealed record Mount(string Prefix)
{
    /// <summary>The full address of a path of the product, as the caller would write it.</summary>
    public static string Address(HttpContext context, string path) =>
        $"{context.Request.Scheme}://{context.Request.Host}{Path(context, path)}";

    /// <summary>The address of a path of the product without scheme and host.</summary>
    public static string Path(HttpContext context, string path) =>
        context.Request.PathBase + (context.GetEndpoint()?.Metadata.GetMetadata<Mount>()?.Prefix ?? "") + path;
}
