using System.Text;

namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>Bytes to text with <c>\n</c> line ends: UTF-8, UTF-16, or a Windows code page.</summary>
internal static class FileText
{
    internal readonly record struct Decoded(string Text, ImportProblem? Problem);

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, false, throwOnInvalidBytes: true);

    public static Decoded Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > KnowledgeLimits.Bytes)
            return new("", ImportProblem.TooLarge);
        // XLSX (a zip) and XLS: a frequent mistake that deserves its own advice.
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return new("", ImportProblem.Spreadsheet);

        var text = Unicode(bytes) ?? WindowsText.Decode(bytes);
        if (text is null || IsBinary(text))
            return new("", ImportProblem.NotText);

        text = Tidy(text);
        return Edges.Trim(text).Length == 0 ? new("", ImportProblem.Empty) : new(text, null);
    }

    private static string? Unicode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Strict(Utf8, bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Strict(Utf16, bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Strict(Utf16BigEndian, bytes[2..]);
        return bytes.Contains((byte)0) ? Unmarked16(bytes) : Strict(Utf8, bytes);
    }

    /// <summary>UTF-16 without its mark: the zeros of spaces and line ends all stand on one side.</summary>
    private static string? Unmarked16(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0)
                continue;
            if (i % 2 == 0)
                even++;
            else
                odd++;
        }

        if (bytes.Length % 2 != 0 || (even > 0 && odd > 0))
            return null;
        return Strict(odd > 0 ? Utf16 : Utf16BigEndian, bytes);
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Text has a stray control character now and then; binary data has one in ten.</summary>
    private static bool IsBinary(string text)
    {
        var control = text.Count(c => IsStray(c) || c == '\uFFFF');
        return control > text.Length / 50;
    }

    private static string Tidy(string text)
    {
        text = text.ReplaceLineEndings("\n");
        return text.Any(IsStray) ? string.Concat(text.Where(c => !IsStray(c))) : text;
    }

    private static bool IsStray(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085');
}
