namespace Dialog.Matching.Text;

/// <summary>
/// What the same keys give on the other keyboard: US English and Persian, by
/// <c>models/language/keyboard-fa.tsv</c>: «sghl» ↔ «سلام», «اثممخ» ↔ "hello".
/// </summary>
internal static class KeyboardLayout
{
    private static readonly char[] ToPersian = Build((key, letter, layout) =>
        (key, letter, char.IsUpper(key) && layout != "both"));

    private static readonly char[] ToLatin = Build((key, letter, _) => (letter, char.ToLowerInvariant(key), false));

    /// <summary>Writes what the keys of <paramref name="text"/> give on the other keyboard; false when there is nothing to change.</summary>
    public static bool Convert(ReadOnlySpan<char> text, Span<char> other)
    {
        var persian = 0;
        var latin = 0;
        foreach (var character in text)
        {
            persian += character is >= '\u0620' and <= '\u06FF' ? 1 : 0;
            latin += char.IsAsciiLetter(character) ? 1 : 0;
        }

        if (persian == latin)
            return false;
        var table = latin > persian ? ToPersian : ToLatin;
        for (var i = 0; i < text.Length; i++)
        {
            var key = latin > persian && text[i] is >= 'A' and <= 'Z' && table[text[i]] == text[i] ? char.ToLowerInvariant(text[i]) : text[i];
            other[i] = table[key];
        }

        return true;
    }

    /// <summary>Of two rows for one character the first holds.</summary>
    private static char[] Build(Func<char, char, string, (char From, char To, bool Skip)> read)
    {
        var table = new char[char.MaxValue + 1];
        foreach (var row in LanguageTable.Lines("keyboard-fa.tsv").Select(line => line.Split('\t')))
        {
            // A mark that normalisation drops says nothing; a capital is more often a sentence's beginning than a shifted key.
            var (from, to, skip) = read(row[0][0], row[1][0], row[2]);
            if (row[1] != "∅" && !skip && table[from] == '\0')
                table[from] = to;
        }

        for (var code = 0; code < table.Length; code++)
        {
            if (table[code] == '\0')
                table[code] = (char)code;
        }

        return table;
    }
}
