namespace Dialog.Matching.Text;

/// <summary>Takes the commonest endings off a word, so that its forms meet; never below three letters.</summary>
/// <remarks>
/// English in the manner of the S-stemmer (Harman 1991) with -ing and -ed; Persian the inflectional suffixes that
/// light stemmers agree on (Taghva, Beckley and Sadeh 2005): plural, comparative, possessive, indefinite.
/// </remarks>
internal static class Stemmer
{
    private static readonly string[] Persian =
        ["هایمان", "هایتان", "هایشان", "هایی", "هایم", "هایت", "هایش", "های", "ترین", "مان", "تان", "شان", "ها", "تر", "ات", "ان", "ام", "ای", "م", "ت", "ش", "ی"];

    private static readonly string[] English = ["ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e", "y"];

    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word.Length < 4)
            return word;
        return word[0] is >= 'a' and <= 'z' ? StemEnglish(word) : word[0] is >= '\u0600' and <= '\u06FF' ? StemPersian(word) : word;
    }

    private static ReadOnlySpan<char> StemEnglish(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("ss", StringComparison.Ordinal))
            return word;
        foreach (var suffix in English)
        {
            if (word.Length - suffix.Length < 3 || !word.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            var stem = word[..^suffix.Length];
            // "shipping" and "ship" meet at "ship".
            return suffix.Length >= 2 && stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'e') ? stem[..^1] : stem;
        }

        return word;
    }

    private static ReadOnlySpan<char> StemPersian(ReadOnlySpan<char> word)
    {
        foreach (var suffix in Persian)
        {
            if (word.Length - suffix.Length >= 3 && word.EndsWith(suffix, StringComparison.Ordinal))
                return word[..^suffix.Length];
        }

        return word;
    }
}
