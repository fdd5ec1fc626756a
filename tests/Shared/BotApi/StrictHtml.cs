using System.Text.RegularExpressions;

namespace Dialog.Tests.Messengers;

/// <summary>Reads HTML as the Bot API does: refuses what is unknown, unclosed, crossed or unescaped.</summary>
internal static class StrictHtml
{
    private static readonly Regex Token = new("<(?<close>/?)(?<tag>[a-z-]+)(?<rest>[^<>]*)>|&(?<entity>lt|gt|amp|quot|#\\d+);|(?<bad>[<>&])|(?<text>[^<>&]+)",
        RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static readonly HashSet<string> Known = ["b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"];

    /// <summary>The length after parsing in UTF-16 units; null when it can't be parsed.</summary>
    public static int? Length(string html) => Read(html)?.Length;

    /// <summary>The words of it; null when it can't be parsed.</summary>
    public static string? Read(string html)
    {
        var open = new Stack<string>();
        var words = new System.Text.StringBuilder();
        foreach (Match match in Token.Matches(html))
        {
            if (match.Groups["bad"].Success) return null;
            words.Append(match.Groups["text"].Value);
            if (match.Groups["entity"].Success) words.Append(System.Net.WebUtility.HtmlDecode(match.Value));
            if (!match.Groups["tag"].Success) continue;
            var tag = match.Groups["tag"].Value;
            var rest = match.Groups["rest"].Value;
            if (!Known.Contains(tag) || (rest.Length > 0 && (tag != "a" || !rest.StartsWith(" href=\"", StringComparison.Ordinal)))) return null;
            if (match.Groups["close"].Value.Length == 0) open.Push(tag);
            else if (!open.TryPop(out var last) || last != tag) return null;
        }
        return open.Count == 0 ? words.ToString() : null;
    }
}
