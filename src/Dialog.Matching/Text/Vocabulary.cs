using Dialog.Matching.Models;

namespace Dialog.Matching.Text;

/// <summary>The words of one bot, as the plain pipeline leaves them, and in how many of its texts each is.</summary>
internal sealed class Vocabulary
{
    /// <param name="words">Distinct, in ordinal order.</param>
    /// <param name="frequencies">In how many texts each word is.</param>
    public Vocabulary(TextList words, StoredArray<ushort> frequencies)
    {
        Words = words;
        Frequencies = frequencies;
        for (var word = 0; word < words.Count && !HasPersian; word++)
            HasPersian = IsPersian(words[word]);
    }

    public static Vocabulary Empty { get; } = new(TextList.From([]), default);

    public TextList Words { get; }

    public StoredArray<ushort> Frequencies { get; }

    /// <summary>Whether there is a Persian word that Finglish could mean.</summary>
    public bool HasPersian { get; }

    /// <summary>Bytes it takes.</summary>
    public long Size => Words.Size + Frequencies.Size;

    public static bool IsPersian(ReadOnlySpan<char> word) => word[0] is >= '\u0620' and <= '\u06FF' && char.IsLetter(word[0]);

    public bool Contains(ReadOnlySpan<char> word)
    {
        var (low, high) = (0, Words.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Words[middle].SequenceCompareTo(word);
            if (order == 0)
                return true;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    /// <summary>Whether the bot or everybody knows the word.</summary>
    public bool Knows(ReadOnlySpan<char> word) => Contains(word) || CommonWords.Contains(word);

    public static Vocabulary From(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        var lastLookup = last.GetAlternateLookup<ReadOnlySpan<char>>();
        var scratch = new TextScratch();
        var number = 0;
        foreach (var text in texts)
        {
            number++;
            var tokens = TextPipeline.Plain.Run(text, scratch);
            for (var token = 0; token < tokens.Count; token++)
            {
                // Once a text, however often it is there.
                if (lastLookup.TryGetValue(tokens[token], out var seen) && seen == number)
                    continue;
                lastLookup[tokens[token]] = number;
                lookup[tokens[token]] = lookup.TryGetValue(tokens[token], out var count) ? count + 1 : 1;
            }
        }

        string[] words = [.. counts.Keys.Order(StringComparer.Ordinal)];
        return new Vocabulary(TextList.From(words), Array.ConvertAll(words, word => (ushort)Math.Min(counts[word], ushort.MaxValue)));
    }
}
