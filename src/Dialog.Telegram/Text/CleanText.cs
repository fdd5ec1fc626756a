using System.Text;

namespace Dialog.Telegram;

/// <summary>Text as the wire can carry it: lines end in a line feed, no NUL, no half of a surrogate pair.</summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is not ('\r' or '\0')) clean.Append(rune);
        if (!text.Contains('\r', StringComparison.Ordinal)) return clean.ToString();
        return Of(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
    }
}
