namespace Dialog.AspNetCore.Attachments;

/// <summary>
/// The pictures that are shown in a page. They are known by their first bytes (the formats' own signatures), never by
/// what a sender says; everything else is a download, so that no file runs as a page of this server.
/// </summary>
internal static class ImageTypes
{
    public static bool IsShown(string type) => type is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    /// <summary>The picture's media type; null when it is none of these.</summary>
    public static string? Of(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8) ? "image/gif"
        : start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
