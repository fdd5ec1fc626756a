namespace Dialog.Matching.Text;

/// <summary>The tables of <c>models/language</c>, which are part of this assembly.</summary>
internal static class LanguageTable
{
    /// <summary>The lines of a table, without comments and empty ones.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(LanguageTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not part of this build.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
