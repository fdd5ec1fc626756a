using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Dialog.Telegram;

/// <summary>
/// Reads the HTML the Bot API knows into text and markup. What it does not know stays text, what is not closed is
/// closed at the end: whatever comes in, what is written from the result is well-formed.
/// </summary>
internal sealed partial class HtmlReader
{
    private static readonly Dictionary<string, string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["b"] = "b", ["strong"] = "b", ["i"] = "i", ["em"] = "i", ["u"] = "u", ["ins"] = "u", ["s"] = "s", ["strike"] = "s",
        ["del"] = "s", ["code"] = "code", ["pre"] = "pre", ["blockquote"] = "blockquote", ["tg-spoiler"] = "tg-spoiler", ["a"] = "a",
    };

    private readonly StringBuilder _text = new();
    private readonly List<Markup> _markup = [];
    private readonly Stack<int> _open = new();

    public static (string Text, IReadOnlyList<Markup> Markup) Read(string html)
    {
        var reader = new HtmlReader();
        var at = 0;
        foreach (var match in Tag.EnumerateMatches(html))
        {
            var tag = html.Substring(match.Index, match.Length);
            if (!reader.Take(html[at..match.Index], tag)) continue;
            at = match.Index + match.Length;
        }
        reader.Write(html[at..]);
        while (reader._open.Count > 0) reader.Close();
        return (reader._text.ToString(), [.. reader._markup.Where(markup => markup.End > markup.Start)]);
    }

    private bool Take(string before, string tag)
    {
        var closing = tag[1] == '/';
        var name = Name.Match(tag).Value;
        if (!Tags.TryGetValue(name, out var known) || (closing && !IsOpen(known))) return false;
        Write(before);
        if (!closing) Open(known, known == "a" ? Link(tag) : null);
        else while (Close() != known) { }
        return true;
    }

    private void Write(string html) => _text.Append(CleanText.Of(WebUtility.HtmlDecode(html)));

    private bool IsOpen(string tag) => _open.Any(index => _markup[index].Tag == tag);

    private void Open(string tag, string? link)
    {
        _open.Push(_markup.Count);
        _markup.Add(new Markup(tag, link, _text.Length, _text.Length));
    }

    private string Close()
    {
        var index = _open.Pop();
        var markup = _markup[index];
        // A link to nowhere is words.
        _markup[index] = markup with { End = markup is { Tag: "a", Link: null } ? markup.Start : _text.Length };
        return markup.Tag;
    }

    private static string? Link(string tag)
    {
        var match = Href.Match(tag);
        var address = WebUtility.HtmlDecode(match.Groups["link"].Value);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" or "tel" or "tg"
            ? uri.AbsoluteUri : null;
    }

    [GeneratedRegex("</?[A-Za-z][A-Za-z-]*(?:\\s[^<>]*)?>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag { get; }

    [GeneratedRegex("[A-Za-z][A-Za-z-]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name { get; }

    [GeneratedRegex("\\shref\\s*=\\s*(?:\"(?<link>[^\"]*)\"|'(?<link>[^']*)')", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Href { get; }
}
