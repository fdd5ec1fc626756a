using System.Collections.Frozen;

namespace Dialog.Matching.Text;

/// <summary>
/// Persian in Latin letters to Persian: "gheymat chande" → «قیمت چنده». Candidates are the words the bot or everybody knows
/// that have the same consonants; the best spelt wins, and of equals the commoner. English stays English.
/// </summary>
internal sealed class Finglish : ITextStep
{
    private const float WorstPerLetter = 0.22f;
    private static readonly Lazy<Dictionary<ulong, List<string>>> Everybody = new(() => Index(CommonWords.All.Concat(WrittenForms.Spoken)));
    private static readonly FrozenDictionary<string, string[]> Words = ReadWords();

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> WordLookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Lazy<Dictionary<ulong, List<string>>> _own;
    private readonly Vocabulary _vocabulary;

    public Finglish(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _own = new(() => Index(vocabulary.Words));
    }

    public string Name => "finglish";

    public void Apply(TokenBuffer from, TokenBuffer to)
    {
        var write = IsLikely(from);
        for (var i = 0; i < from.Count; i++)
        {
            var token = from[i];
            if (!write || !IsLatin(token) || _vocabulary.Contains(token))
                to.Add(token);
            else if (WordLookup.TryGetValue(token, out var words))
            {
                foreach (var known in words)
                    to.Add(known);
            }
            else if (Best(token) is { } word)
                to.Add(word);
            else
                to.Add(token);
        }
    }

    /// <summary>The Persian word a token in Latin letters stands for, or null.</summary>
    private string? Best(ReadOnlySpan<char> token)
    {
        var key = ConsonantKey.OfLatin(token);
        var worst = WorstPerLetter * token.Length;
        var own = Best(_own.Value, key, token, worst, out var ownCost);
        var other = Best(Everybody.Value, key, token, worst, out var otherCost);
        return ownCost <= otherCost + 0.15f ? own : other;
    }

    private static string? Best(Dictionary<ulong, List<string>> index, ulong key, ReadOnlySpan<char> token, float worst, out float cost)
    {
        cost = TransliterationCost.Impossible;
        string? best = null;
        if (!index.TryGetValue(key, out var words))
            return null;
        foreach (var word in words)
        {
            var one = TransliterationCost.Of(token, word);
            if (one < cost && one <= worst)
                (cost, best) = (one, word);
        }

        return best;
    }

    private bool IsLikely(TokenBuffer tokens)
    {
        if (!_vocabulary.HasPersian)
            return false;
        var latin = 0;
        var english = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!IsLatin(tokens[i]))
                continue;
            latin++;
            english += tokens[i].Length > 2 && (CommonWords.Contains(tokens[i]) || Thesaurus.Of(tokens[i]).Length > 0) ? 1 : 0;
        }

        return latin > 0 && english * 2 <= latin;
    }

    /// <summary>The table's whole words, whose spelling the letters do not give.</summary>
    private static FrozenDictionary<string, string[]> ReadWords()
    {
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var row in LanguageTable.Lines("finglish-fa.tsv").Select(line => line.Split('\t')).Where(row => row[0] == "word"))
        {
            foreach (var latin in row[1].Split(' '))
                words.TryAdd(latin, row[2].Split(' '));
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool IsLatin(ReadOnlySpan<char> token)
    {
        foreach (var character in token)
        {
            if (!char.IsAsciiLetterLower(character))
                return false;
        }

        return true;
    }

    private static Dictionary<ulong, List<string>> Index(IEnumerable<string> words)
    {
        var index = new Dictionary<ulong, List<string>>();
        foreach (var word in words.Where(Vocabulary.IsPersian).Order(StringComparer.Ordinal))
        {
            var key = ConsonantKey.OfPersian(word);
            if (!index.TryGetValue(key, out var list))
                index.Add(key, list = []);
            if (!list.Contains(word))
                list.Add(word);
        }

        return index;
    }
}
