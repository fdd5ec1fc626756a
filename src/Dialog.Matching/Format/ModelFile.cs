namespace Dialog.Matching.Format;

/// <summary>
/// The layout of a model file: magic (8 bytes), version (4), length of the payload (8), SHA-256 of the payload (32), payload.
/// Numbers are little-endian. The payload's fields follow each other as <see cref="ModelWriter"/> writes them; a list is its
/// length (4 bytes) and its items.
/// </summary>
internal static class ModelFile
{
    public const int Version = 8;

    public const int HeaderLength = 52;
    public const long LongestPayload = 1L << 31;

    public static ReadOnlySpan<byte> Magic => "DLGMODEL"u8;
}
