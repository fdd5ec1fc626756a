namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>Trims what copying leaves at the edges: blanks, direction marks, joiners, a byte-order mark.</summary>
internal static class Edges
{
    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsEdge(text[start]))
            start++;
        while (end > start && IsEdge(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static bool IsEdge(char c) => char.IsWhiteSpace(c) || c is '\uFEFF'
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069');
}
