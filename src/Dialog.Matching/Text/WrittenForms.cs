using System.Collections.Frozen;

namespace Dialog.Matching.Text;

/// <summary>
/// Spoken Persian to written Persian: the words and endings of <c>models/language/colloquial-fa.tsv</c>, the verb stems of
/// <c>verbs-fa.tsv</c>, and the persons of any other verb («میکنه» → «میکند»).
/// </summary>
internal sealed class WrittenForms : ITextStep
{
    private const int ShortestStem = 3;
    private static readonly string[] VerbPrefixes = ["می", "نمی", "ب", "ن"];

    private static readonly (string Spoken, string Written)[] Persons =
        [("م", "م"), ("ی", "ی"), ("ه", "د"), ("یم", "یم"), ("ین", "ید"), ("ید", "ید"), ("ن", "ند")];

    private static readonly (string Spoken, string[] Written)[] Endings = ReadEndings();

    private static readonly FrozenDictionary<string, string[]> Table = Read();

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Table.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Name => "written-form";

    /// <summary>The spoken forms of the table; what Finglish may mean too.</summary>
    public static IEnumerable<string> Spoken => Table.Keys;

    public void Apply(TokenBuffer from, TokenBuffer to)
    {
        Span<char> form = stackalloc char[80];
        for (var i = 0; i < from.Count; i++)
        {
            var token = from[i];
            if (token[0] is < '\u0600' or > '\u06FF')
                to.Add(token);
            else if (Lookup.TryGetValue(token, out var written))
            {
                foreach (var word in written)
                    to.Add(word);
            }
            else if (!TryPerson(token, form, out var length))
                AddEnding(token, form, to);
            else
                to.Add(form[..length]);
        }
    }

    /// <summary>«میفرستین», «میفرسته», «میفرستن» → «میفرستید», «میفرستد», «میفرستند».</summary>
    private static bool TryPerson(ReadOnlySpan<char> token, Span<char> form, out int length)
    {
        length = 0;
        if (token.Length < 5 || !(token.StartsWith("می", StringComparison.Ordinal) || token.StartsWith("نمی", StringComparison.Ordinal)))
            return false;
        if (token.EndsWith("ین", StringComparison.Ordinal))
            length = Replace(token, 2, "ید", form);
        else if (token[^1] == 'ه')
            length = Replace(token, 1, "د", form);
        else if (token[^1] == 'ن')
            length = Replace(token, 1, "ند", form);
        return length > 0;
    }

    private static void AddEnding(ReadOnlySpan<char> token, Span<char> form, TokenBuffer to)
    {
        foreach (var (spoken, written) in Endings)
        {
            if (token.Length - spoken.Length < ShortestStem || !token.EndsWith(spoken, StringComparison.Ordinal))
                continue;
            to.Add(form[..Replace(token, spoken.Length, written[0], form)]);
            foreach (var word in written.AsSpan(1))
                to.Add(word);
            return;
        }

        to.Add(token);
    }

    private static int Replace(ReadOnlySpan<char> token, int ending, string by, Span<char> form)
    {
        var stem = token[..^ending];
        stem.CopyTo(form);
        by.CopyTo(form[stem.Length..]);
        return stem.Length + by.Length;
    }

    private static (string Spoken, string[] Written)[] ReadEndings() =>
        [.. Rows("colloquial-fa.tsv")
            .Where(row => row[0][0] == '-')
            .Select(row => (row[0][1..], row[1][1..].Split(' ')))
            .OrderByDescending(row => row.Item1.Length)];

    private static FrozenDictionary<string, string[]> Read()
    {
        var table = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var scratch = new TextScratch();
        foreach (var row in Rows("colloquial-fa.tsv").Where(row => row[0][0] != '-'))
            table.TryAdd(Plain(row[0], scratch)[0], Plain(row[1], scratch));

        // A word of the table comes before what a stem would give: «بده» is a word of its own.
        foreach (var row in Rows("verbs-fa.tsv"))
            Conjugate(row[0], row[1], table, scratch);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Conjugate(string spokenStem, string writtenStem, Dictionary<string, string[]> table, TextScratch scratch)
    {
        foreach (var prefix in VerbPrefixes)
        {
            // A short stem with a short prefix is some other word as often as not.
            if (prefix.Length == 1 && spokenStem.Length == 1 && prefix == "ن")
                continue;
            foreach (var (spoken, written) in Persons)
                table.TryAdd(Plain(prefix + spokenStem + spoken, scratch)[0], Plain(prefix + writtenStem + written, scratch));
        }
    }

    private static IEnumerable<string[]> Rows(string name) => LanguageTable.Lines(name).Select(line => line.Split('\t'));

    private static string[] Plain(string text, TextScratch scratch)
    {
        scratch.Tokenizer.Tokenize(text, scratch.Front);
        return [.. Enumerable.Range(0, scratch.Front.Count).Select(token => scratch.Front[token].ToString())];
    }
}
