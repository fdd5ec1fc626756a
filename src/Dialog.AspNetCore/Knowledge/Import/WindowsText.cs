using System.Text;

namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>Text of old Windows programs: Windows-1256 (Persian, Arabic) or Windows-1252 (Western).</summary>
internal static class WindowsText
{
    private static readonly Encoding Persian = CodePagesEncodingProvider.Instance.GetEncoding(1256)!;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Null when the bytes have zeros, which no such text has.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
            return null;
        // The page has no Persian ye, so its writers took the Arabic one.
        return IsWestern(bytes)
            ? Western.GetString(bytes)
            : Persian.GetString(bytes).Replace('ي', 'ی').Replace('ى', 'ی').Replace('ك', 'ک');
    }

    /// <summary>An accented letter stands among plain ones (café), a Persian letter among its like.</summary>
    private static bool IsWestern(ReadOnlySpan<byte> bytes)
    {
        var (among, apart) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0xC0)
                continue;
            if ((i > 0 && char.IsAsciiLetter((char)bytes[i - 1]))
                || (i + 1 < bytes.Length && char.IsAsciiLetter((char)bytes[i + 1])))
                among++;
            else
                apart++;
        }

        return among > apart;
    }
}
