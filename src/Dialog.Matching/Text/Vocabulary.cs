namespace Dialog.Matching.Text;

/// <summary>The words of one bot, as the plain pipeline leaves them, and in how many of its texts each is.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="words">Distinct, in ordinal order.</param>
    /// <param name="frequencies">In how many texts each word is.</param>
    public Vocabulary(string[] words, ushort[] frequencies)
    {
        Words = words;
        Frequencies = frequencies;
        _numbers = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
            _numbers.TryAdd(words[i], i);
        _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        HasPersian = Array.Exists(words, IsPersian);
    }

    public string[] Words { get; }

    public ushort[] Frequencies { get; }

    /// <summary>Whether there is a Persian word that Finglish could mean.</summary>
    public bool HasPersian { get; }

    public static bool IsPersian(string word) => word[0] is >= '\u0620' and <= '\u06FF' && char.IsLetter(word[0]);

    public bool Contains(ReadOnlySpan<char> word) => _lookup.ContainsKey(word);

    /// <summary>Whether the bot or everybody knows the word.</summary>
    public bool Knows(ReadOnlySpan<char> word) => Contains(word) || CommonWords.Contains(word);

    public static Vocabulary From(IEnumerable<string> texts)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var scratch = new TextScratch();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var tokens = TextPipeline.Plain.Run(text, scratch);
            seen.Clear();
            for (var token = 0; token < tokens.Count; token++)
                seen.Add(tokens[token].ToString());
            foreach (var word in seen)
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return new Vocabulary([.. counts.Keys], [.. counts.Values.Select(count => (ushort)Math.Min(count, ushort.MaxValue))]);
    }
}
