namespace Dialog.Matching.Text;

/// <summary>
/// How badly a word in Latin letters spells a Persian word: the cheapest alignment of the two, in which Persian leaves short
/// vowels out and Latin spelling has several ways for most letters (a weighted edit distance, Wagner and Fischer 1974).
/// </summary>
internal static class TransliterationCost
{
    public const float Impossible = 99;
    private const int Longest = 24;

    public static float Of(ReadOnlySpan<char> latin, ReadOnlySpan<char> persian)
    {
        if (latin.Length > Longest || persian.Length > Longest)
            return Impossible;
        Span<float> cost = stackalloc float[(Longest + 1) * (Longest + 1)];
        cost.Fill(Impossible);
        cost[0] = 0;
        for (var i = 0; i <= latin.Length; i++)
        {
            for (var j = 0; j <= persian.Length; j++)
            {
                var here = cost[(i * (Longest + 1)) + j];
                if (here >= Impossible)
                    continue;
                if (i < latin.Length)
                    Improve(cost, i + 1, j, here + Unwritten(latin[i], i > 0 && latin[i - 1] == latin[i]));
                if (j < persian.Length)
                {
                    Improve(cost, i, j + 1, here + Silent(persian[j], j == persian.Length - 1));
                    for (var length = 1; length <= 2 && i + length <= latin.Length; length++)
                        Improve(cost, i + length, j + 1, here + Sound(latin.Slice(i, length), persian[j]));
                }
            }
        }

        return cost[(latin.Length * (Longest + 1)) + persian.Length];
    }

    private static void Improve(Span<float> cost, int i, int j, float value)
    {
        ref var place = ref cost[(i * (Longest + 1)) + j];
        if (value < place)
            place = value;
    }

    /// <summary>A Latin letter that Persian does not write.</summary>
    private static float Unwritten(char latin, bool doubled) => latin switch
    {
        'e' or 'o' => 0.1f,
        'a' => 0.25f,
        'i' or 'u' => 0.6f,
        'h' or 'y' or 'v' or 'w' => 0.8f,
        _ => doubled ? 0.1f : 2f,
    };

    /// <summary>A Persian letter that the Latin spelling leaves out.</summary>
    private static float Silent(char persian, bool last) => persian switch
    {
        'ع' => 0.1f,
        'ا' => 0.8f,
        'ه' => last ? 0.5f : 0.9f,
        'و' or 'ی' => 0.8f,
        _ => 2f,
    };

    private static float Sound(ReadOnlySpan<char> latin, char persian) => persian switch
    {
        'ا' => latin is "a" or "aa" ? 0 : latin is "o" or "e" or "i" or "u" ? 0.5f : Impossible,
        'و' => latin is "v" or "w" or "oo" or "ou" or "u" ? 0 : latin is "o" or "av" or "ow" ? 0.1f : Impossible,
        'ی' => latin is "i" or "y" or "ee" or "ei" or "ey" ? 0 : latin is "e" ? 0.4f : latin is "ay" or "ia" ? 0.2f : Impossible,
        'ه' => latin is "h" ? 0 : latin is "e" or "eh" or "ah" ? 0.05f : latin is "a" ? 0.3f : Impossible,
        'ح' => latin is "h" ? 0 : Impossible,
        'ع' => latin is "a" or "e" or "o" or "i" ? 0.1f : Impossible,
        'خ' => latin is "kh" or "x" ? 0 : Impossible,
        'ق' or 'غ' => latin is "gh" or "q" ? 0 : Impossible,
        'ش' => latin is "sh" ? 0 : latin is "s" ? 1 : Impossible,
        'چ' => latin is "ch" ? 0 : latin is "c" ? 0.5f : Impossible,
        'ژ' => latin is "zh" or "j" ? 0 : Impossible,
        'ج' => latin is "j" or "dj" ? 0 : Impossible,
        'ک' => latin is "k" or "c" or "ck" ? 0 : Impossible,
        'ف' => latin is "f" or "ph" ? 0 : Impossible,
        _ => latin.Length == 1 && ConsonantKey.OfLatin(latin) == ConsonantKey.OfPersian([persian]) && ConsonantKey.OfLatin(latin) != 0 ? 0 : Impossible,
    };
}
