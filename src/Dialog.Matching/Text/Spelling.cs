using Dialog.Matching.Features;

namespace Dialog.Matching.Text;

/// <summary>
/// An unknown word to the known word that is one mistake away: a letter too many, too few, another or two exchanged
/// (Damerau 1964), found by the words' deletions (SymSpell, Garbe 2012); or that sounds the same in Persian («ذ ز ض ظ»).
/// </summary>
internal sealed class Spelling : ITextStep
{
    private const int Shortest = 3;
    private const int LongEnough = 6;
    private const int Longest = 20;
    private readonly Vocabulary _vocabulary;
    private readonly Lazy<KeyIndex> _deletions;

    public Spelling(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _deletions = new(Index);
    }

    public string Name => "spelling";

    public void Apply(TokenBuffer from, TokenBuffer to)
    {
        for (var i = 0; i < from.Count; i++)
        {
            var token = from[i];
            to.Add(token.Length is < Shortest or > Longest || !char.IsLetter(token[0]) || IsKnown(token) ? token : Best(token));
        }
    }

    /// <summary>Whether the word is right as it is, for all one can know.</summary>
    private bool IsKnown(ReadOnlySpan<char> token) =>
        _vocabulary.Contains(token) || CommonWords.Contains(token) || Thesaurus.Of(token).Length > 0;

    private ReadOnlySpan<char> Best(ReadOnlySpan<char> token)
    {
        Span<char> sound = stackalloc char[Longest];
        Span<char> shorter = stackalloc char[Longest];
        Sound(token, sound);
        var spelled = sound[..token.Length];
        var best = -1;
        Consider(spelled, spelled, ref best);
        for (var i = 0; i < spelled.Length; i++)
        {
            spelled[..i].CopyTo(shorter);
            spelled[(i + 1)..].CopyTo(shorter[i..]);
            Consider(shorter[..(spelled.Length - 1)], spelled, ref best);
        }

        return best < 0 ? token : _vocabulary.Words[best];
    }

    private void Consider(ReadOnlySpan<char> key, ReadOnlySpan<char> spelled, ref int best)
    {
        Span<char> sound = stackalloc char[Longest];
        foreach (var word in _deletions.Value.Find(Hash(key)))
        {
            var candidate = _vocabulary.Words[word];
            Sound(candidate, sound);
            if ((best < 0 || _vocabulary.Frequencies[word] > _vocabulary.Frequencies[best]) && IsOneMistake(spelled, sound[..candidate.Length]))
                best = word;
        }
    }

    private static bool IsOneMistake(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        // In a short word every letter counts: "time" is not "dime", and few people get the first letter wrong.
        var start = a.CommonPrefixLength(b);
        if (start < a.Length && (start == 0 || (a.Length == b.Length ? a.Length < LongEnough : Math.Min(a.Length, b.Length) < LongEnough - 1)) && !IsExchange(a, b, start))
            return false;
        var restA = a[start..];
        var restB = b[start..];
        if (restA.Length == restB.Length)
        {
            return restA.Length == 0 || restA[1..].SequenceEqual(restB[1..]) || IsExchange(a, b, start);
        }

        return restA.Length == restB.Length + 1 ? restA[1..].SequenceEqual(restB)
            : restB.Length == restA.Length + 1 && restB[1..].SequenceEqual(restA);
    }

    private static bool IsExchange(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int at) =>
        a.Length == b.Length && a.Length > Shortest && a.Length >= at + 2 && a[at] == b[at + 1] && a[at + 1] == b[at] && a[(at + 2)..].SequenceEqual(b[(at + 2)..]);

    private KeyIndex Index()
    {
        var entries = new List<ulong>();
        Span<char> sound = stackalloc char[Longest];
        Span<char> shorter = stackalloc char[Longest];
        for (var word = 0; word < _vocabulary.Words.Count; word++)
        {
            var text = _vocabulary.Words[word];
            if (text.Length is < Shortest or > Longest || !char.IsLetter(text[0]))
                continue;
            Sound(text, sound);
            entries.Add(KeyIndex.Entry(Hash(sound[..text.Length]), word));
            for (var i = 0; i < text.Length; i++)
            {
                sound[..i].CopyTo(shorter);
                sound[(i + 1)..text.Length].CopyTo(shorter[i..]);
                entries.Add(KeyIndex.Entry(Hash(shorter[..(text.Length - 1)]), word));
            }
        }

        return new KeyIndex(entries);
    }

    private static uint Hash(ReadOnlySpan<char> key) => FeatureHash.Finish(FeatureHash.Add(FeatureHash.Seed(99), key));

    private static void Sound(ReadOnlySpan<char> word, Span<char> sound)
    {
        for (var i = 0; i < word.Length; i++)
        {
            sound[i] = word[i] switch
            {
                'ذ' or 'ض' or 'ظ' => 'ز',
                'ث' or 'ص' => 'س',
                'ط' => 'ت',
                'غ' => 'ق',
                'ح' => 'ه',
                _ => word[i],
            };
        }
    }
}
