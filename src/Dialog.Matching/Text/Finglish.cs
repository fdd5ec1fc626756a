using System.Collections.Frozen;
using Dialog.Matching.Features;

namespace Dialog.Matching.Text;

/// <summary>
/// Persian in Latin letters to Persian: "gheymat chande" → «قیمت چنده». Candidates are the words the bot or everybody knows
/// that have the same consonants; the best spelt wins, and of equals the commoner. English stays English.
/// </summary>
internal sealed class Finglish : ITextStep
{
    private const float WorstPerLetter = 0.22f;
    private static readonly Lazy<(TextList Words, KeyIndex Keys)> Everybody = new(() =>
    {
        var words = TextList.From([.. CommonWords.All.Concat(WrittenForms.Spoken).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        return (words, Index(words));
    });

    private static readonly FrozenDictionary<string, string[]> Words = ReadWords();

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> WordLookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Lazy<KeyIndex> _own;
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
            else
                to.Add(Best(token));
        }
    }

    /// <summary>The Persian word a token in Latin letters stands for, or the token.</summary>
    private ReadOnlySpan<char> Best(ReadOnlySpan<char> token)
    {
        var key = (uint)FeatureHash.Mix(ConsonantKey.OfLatin(token));
        var worst = WorstPerLetter * token.Length;
        var (words, keys) = Everybody.Value;
        var own = Best(_vocabulary.Words, _own.Value.Find(key), token, worst, out var ownCost);
        var other = Best(words, keys.Find(key), token, worst, out var otherCost);
        return ownCost <= otherCost + 0.15f
            ? own < 0 ? token : _vocabulary.Words[own]
            : words[other];
    }

    private static int Best(TextList words, ReadOnlySpan<int> candidates, ReadOnlySpan<char> token, float worst, out float cost)
    {
        cost = TransliterationCost.Impossible;
        var best = -1;
        foreach (var word in candidates)
        {
            var one = TransliterationCost.Of(token, words[word]);
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
        foreach (var row in LanguageTable.Lines("finglish-fa.tsv").Select(line => line.Split('\t')))
        {
            foreach (var latin in row[0].Split(' '))
                words.TryAdd(latin, row[1].Split(' '));
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

    private static KeyIndex Index(TextList words)
    {
        var entries = new List<ulong>();
        for (var word = 0; word < words.Count; word++)
        {
            if (Vocabulary.IsPersian(words[word]))
                entries.Add(KeyIndex.Entry((uint)FeatureHash.Mix(ConsonantKey.OfPersian(words[word])), word));
        }

        return new KeyIndex(entries);
    }
}
