using System.Collections.Frozen;

namespace Dialog.Matching.Text;

/// <summary>
/// Words that say little about what a visitor wants. A bot of forty examples cannot learn that "please" or «لطفا» are such
/// words; the list, <c>models/language/common-words.txt</c>, knows it beforehand.
/// </summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Words = Read();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IEnumerable<string> All => Words;

    public static bool Contains(ReadOnlySpan<char> token) => Lookup.Contains(token);

    private static FrozenSet<string> Read()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var tokenizer = new Tokenizer();
        var tokens = new TokenBuffer();
        foreach (var line in LanguageTable.Lines("common-words.txt"))
        {
            tokenizer.Tokenize(line, tokens);
            for (var token = 0; token < tokens.Count; token++)
                words.Add(tokens[token].ToString());
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
