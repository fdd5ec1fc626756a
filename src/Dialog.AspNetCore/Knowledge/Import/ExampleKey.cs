using System.Globalization;
using System.Text;

namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>
/// What two texts must share to count as the same one. Lighter than what the matcher levels: nothing that a
/// reader would call another sentence may be lost here.
/// </summary>
internal static class ExampleKey
{
    /// <summary>Levels case, ye and kaf, joiners, marks, digits, blanks and the punctuation at the end.</summary>
    public static string Of(string example)
    {
        var key = new StringBuilder(example.Length);
        foreach (var c in Compatible(example))
            Append(key, c);
        var end = key.Length;
        while (end > 0 && (char.IsPunctuation(key[end - 1]) || key[end - 1] == ' '))
            end--;
        return end == 0 ? key.ToString() : key.ToString(0, end);
    }

    /// <summary>Answers are the same only when they read the same: blanks and letter variants are levelled.</summary>
    public static string OfAnswer(string answer)
    {
        var key = new StringBuilder(answer.Length);
        foreach (var c in Compatible(answer))
        {
            if (char.IsWhiteSpace(c))
                AppendBlank(key);
            else
                key.Append(Letter(c));
        }

        return key.ToString().TrimEnd();
    }

    private static void Append(StringBuilder key, char c)
    {
        if (char.IsWhiteSpace(c))
        {
            AppendBlank(key);
            return;
        }

        var category = char.GetUnicodeCategory(c);
        if (category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark)
            return;
        key.Append(category == UnicodeCategory.DecimalDigitNumber
            ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))
            : char.ToLowerInvariant(Letter(c)));
    }

    private static void AppendBlank(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] != ' ')
            key.Append(' ');
    }

    private static char Letter(char c) => c switch
    {
        'ي' or 'ى' => 'ی',
        'ك' => 'ک',
        'ة' or 'ۀ' => 'ه',
        _ => c,
    };

    // Half a surrogate pair cannot be normalised; such a text is compared as it stands.
    private static string Compatible(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
