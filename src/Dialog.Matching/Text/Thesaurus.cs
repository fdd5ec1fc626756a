using System.Collections.Frozen;

namespace Dialog.Matching.Text;

/// <summary>
/// Which words mean nearly the same: knowledge of the language that no bot of a few examples can learn. Words meet by their
/// stems; a word may be in several groups.
/// </summary>
internal static class Thesaurus
{
    private const int MostGroups = 4;
    private static readonly FrozenDictionary<string, ushort[]> Groups = Read();

    private static readonly FrozenDictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Groups.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The numbers of the groups a word is in.</summary>
    public static ReadOnlySpan<ushort> Of(ReadOnlySpan<char> word) =>
        Lookup.TryGetValue(word, out var groups) || Lookup.TryGetValue(Stemmer.Stem(word), out groups) ? groups : [];

    private static FrozenDictionary<string, ushort[]> Read()
    {
        var groups = new Dictionary<string, List<ushort>>(StringComparer.Ordinal);
        var scratch = new TextScratch();
        ushort number = 0;
        foreach (var line in LanguageTable.Lines("thesaurus-en.txt").Concat(LanguageTable.Lines("thesaurus-fa.txt")))
        {
            var tokens = TextPipeline.Plain.Run(line, scratch);
            for (var token = 0; token < tokens.Count; token++)
            {
                Join(groups, tokens[token].ToString(), number);
                Join(groups, Stemmer.Stem(tokens[token]).ToString(), number);
            }

            number++;
        }

        return groups.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Take(MostGroups).ToArray(), StringComparer.Ordinal);
    }

    private static void Join(Dictionary<string, List<ushort>> groups, string word, ushort number)
    {
        if (!groups.TryGetValue(word, out var list))
            groups.Add(word, list = []);
        if (!list.Contains(number))
            list.Add(number);
    }
}
