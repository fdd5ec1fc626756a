using System.Globalization;

namespace Dialog.Matching.Text;

/// <summary>What becomes of one character: folded to its plain form, dropped, or the end of a token.</summary>
/// <remarks>
/// Arabic and Persian letters that people's keyboards mix up are one letter, digits of all three alphabets are ASCII's,
/// marks that only help reading aloud are dropped (Unicode Standard, chapter 9.2, and UAX #44 for the categories).
/// </remarks>
internal static class CharacterFold
{
    public const char Dropped = '\0';
    public const char Separator = ' ';

    private static readonly char[] Table = Build();

    /// <summary>The plain form, <see cref="Dropped"/>, or <see cref="Separator"/>.</summary>
    public static char Fold(char character) => Table[character];

    /// <summary>Whether compatibility decomposition has nothing to say about this character.</summary>
    public static bool IsPlain(char character) =>
        character < 0x80 || (character is >= '\u0600' and <= '\u06FF') || (character is >= '\u2000' and <= '\u206F' and not '\u2026');

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var code = 0; code <= char.MaxValue; code++)
            table[code] = FoldByCategory((char)code);

        Map(table, "يىئےېۍﯾ", 'ی');
        Map(table, "كڪګ", 'ک');
        Map(table, "ةۀەہھۂۃ", 'ه');
        Map(table, "أإآٱ", 'ا');
        Map(table, "ؤۇۆ", 'و');
        Map(table, "ـ", Dropped);
        return table;
    }

    private static void Map(char[] table, string from, char to)
    {
        foreach (var character in from)
            table[character] = to;
    }

    private static char FoldByCategory(char character) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Dropped,
        UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)char.GetNumericValue(character)),
        UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.OtherSymbol => character,
        _ => char.IsLetter(character) ? char.ToLowerInvariant(character) : Separator,
    };
}
