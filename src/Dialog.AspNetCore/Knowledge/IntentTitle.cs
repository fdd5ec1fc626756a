namespace Dialog.AspNetCore.Knowledge;

/// <summary>The title of an intent that was given none: its first example, cut at a word.</summary>
internal static class IntentTitle
{
    private const int Length = 60;

    public static string From(string example)
    {
        var line = example.ReplaceLineEndings(" ").Trim();
        if (line.Length <= Length)
            return line;
        var space = line.LastIndexOf(' ', Length - 1);
        var end = space > Length / 2 ? space : Length - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)].TrimEnd() + "…";
    }
}
