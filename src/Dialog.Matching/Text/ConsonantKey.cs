namespace Dialog.Matching.Text;

/// <summary>
/// The consonants of a word as one number, the same for a Persian word and for the ways people spell it in Latin letters:
/// «قیمت» and "gheymat" are both q-m-t. In the spirit of Soundex (Russell 1918), across two alphabets.
/// </summary>
internal static class ConsonantKey
{
    private const int Letters = 12;

    /// <summary>The key of a Persian word; 0 when it has no consonant that counts.</summary>
    public static ulong OfPersian(ReadOnlySpan<char> word)
    {
        var key = 0UL;
        var count = 0;
        foreach (var letter in word)
            Append(ref key, ref count, Class(letter));
        return key;
    }

    /// <summary>The key of a word in Latin letters.</summary>
    public static ulong OfLatin(ReadOnlySpan<char> word)
    {
        var key = 0UL;
        var count = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : ' ';
            var (sound, length) = (word[i], next) switch
            {
                ('k', 'h') => ('x', 2),
                ('g', 'h') => ('q', 2),
                ('s', 'h') => ('$', 2),
                ('c', 'h') => ('c', 2),
                ('z', 'h') => ('j', 2),
                ('p', 'h') => ('f', 2),
                ('a' or 'e' or 'i' or 'o' or 'u' or 'v' or 'w' or 'y' or 'h', _) => ('\0', 1),
                ('c', _) => ('k', 1),
                ('j', _) => ('j', 1),
                _ => (word[i], 1),
            };
            i += length - 1;

            // A doubled letter is one sound: "takhfiff", "mamnoon", "allan".
            if (i > 0 && length == 1 && word[i] == word[i - 1])
                continue;
            Append(ref key, ref count, sound);
        }

        return key;
    }

    private static void Append(ref ulong key, ref int count, char sound)
    {
        if (sound == '\0' || count == Letters)
            return;
        key = (key * 128) ^ sound ^ (key >> 57);
        count++;
    }

    private static char Class(char letter) => letter switch
    {
        'ب' => 'b',
        'پ' => 'p',
        'ت' or 'ط' => 't',
        'ث' or 'س' or 'ص' => 's',
        'ج' or 'ژ' => 'j',
        'چ' => 'c',
        'خ' => 'x',
        'د' => 'd',
        'ذ' or 'ز' or 'ض' or 'ظ' => 'z',
        'ر' => 'r',
        'ش' => '$',
        'غ' or 'ق' => 'q',
        'ف' => 'f',
        'ک' => 'k',
        'گ' => 'g',
        'ل' => 'l',
        'م' => 'm',
        'ن' => 'n',
        _ => '\0',
    };
}
