using System.Text;

namespace Dialog.Telegram;

internal static class HtmlWriter
{
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    public static string Write(string text, IReadOnlyList<Markup> markup) =>
        Weave(text, markup, Escape,
            open => open.Link is null ? $"<{open.Tag}>" : $"<{open.Tag} href=\"{Escape(open.Link)}\">",
            close => $"</{close.Tag}>");

    /// <summary>Plain text; a link's address follows its words in brackets, unless the words are the address.</summary>
    public static string WritePlain(string text, IReadOnlyList<Markup> markup) =>
        Weave(text, markup, words => words, _ => "", close => Address(text, close));

    private static string Address(string text, Markup link)
    {
        if (link.Link is null) return "";
        var words = text.AsSpan(link.Start, link.End - link.Start).Trim().TrimEnd('/');
        var bare = link.Link.AsSpan(link.Link.IndexOf(':', StringComparison.Ordinal) + 1).TrimStart('/').TrimEnd('/');
        return words.EndsWith(bare, StringComparison.OrdinalIgnoreCase) ? "" : $" ({link.Link})";
    }

    private static string Weave(
        string text, IReadOnlyList<Markup> markup, Func<string, string> write, Func<Markup, string> open, Func<Markup, string> close)
    {
        var result = new StringBuilder();
        var inside = new Stack<Markup>();
        var at = 0;
        void To(int place)
        {
            while (inside.TryPeek(out var inner) && inner.End <= place)
            {
                result.Append(write(text[at..inner.End])).Append(close(inside.Pop()));
                at = inner.End;
            }
            result.Append(write(text[at..place]));
            at = place;
        }
        foreach (var next in markup)
        {
            To(next.Start);
            result.Append(open(next));
            inside.Push(next);
        }
        To(text.Length);
        return result.ToString();
    }
}
