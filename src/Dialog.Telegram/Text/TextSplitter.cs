using System.Globalization;

namespace Dialog.Telegram;

/// <summary>
/// Finds where to cut a long text: at the last paragraph, line, sentence or word that fits and lies outside all markup
/// and in the second half of what fits; else at one inside markup, the less of it the better; else at any word; else between graphemes.
/// </summary>
internal readonly struct TextSplitter(string text, IReadOnlyList<Markup> markup, int limit)
{
    private const int DeepestCut = 2;

    private enum Break { Paragraph, Line, Sentence, Word, None }

    /// <summary>The pieces, [start, end), blanks at their ends left out. None for a text of blanks.</summary>
    public List<(int Start, int End)> Split()
    {
        var pieces = new List<(int, int)>();
        var end = text.Length;
        while (end > 0 && IsBlank(text[end - 1])) end--;
        var start = Math.Min(AfterBlanks(0), end);
        while (end - start > limit)
        {
            var cut = Cut(start);
            if (!text.AsSpan(start, cut - start).IsWhiteSpace()) pieces.Add((start, cut));
            start = Math.Min(AfterBlanks(cut), end);
        }
        if (!text.AsSpan(start, end - start).IsWhiteSpace()) pieces.Add((start, end));
        return pieces;
    }

    private int Cut(int start)
    {
        Span<int> best = stackalloc int[(DeepestCut + 1) * (int)Break.None];
        var word = 0;
        for (var place = start + limit; place > start; place--)
        {
            var kind = KindOf(place);
            if (kind == Break.None) continue;
            if (word == 0) word = place;
            var slot = Depth(place) * (int)Break.None + (int)kind;
            if (best[slot] == 0 && place - start >= limit / 2) best[slot] = place;
        }
        foreach (var place in best)
            if (place != 0)
                return place;
        return word != 0 ? word : BetweenGraphemes(start);
    }

    private Break KindOf(int place)
    {
        if (!IsBlank(text[place]) || IsBlank(text[place - 1])) return Break.None;
        var next = place;
        var lines = 0;
        for (; next < text.Length && IsBlank(text[next]); next++)
            if (text[next] == '\n') lines++;
        if (next < text.Length && Extends(next)) return Break.None;
        if (lines > 0) return lines > 1 ? Break.Paragraph : Break.Line;
        var last = place - 1;
        while (last > 0 && text[last] is ')' or ']' or '"' or '\'' or '»' or '”' or '’') last--;
        return text[last] is '.' or '!' or '?' or '؟' or '؛' or '…' or '۔' or '。' ? Break.Sentence : Break.Word;
    }

    /// <summary>How many stretches of markup a cut here goes through.</summary>
    private int Depth(int place)
    {
        var depth = 0;
        foreach (var span in markup)
            if (span.IsCutAt(place))
                depth++;
        return Math.Min(depth, DeepestCut);
    }

    private int BetweenGraphemes(int start)
    {
        var rest = text.AsSpan(start);
        var length = 0;
        while (StringInfo.GetNextTextElementLength(rest[length..]) is var next && length + next <= limit) length += next;
        if (length > 0) return start + length;
        // One grapheme longer than a message: at least no surrogate pair is torn apart.
        return start + (limit > 1 && char.IsHighSurrogate(rest[limit - 1]) ? limit - 1 : limit);
    }

    /// <summary>Where the next piece starts: after the blanks, but in code only after the line's end, to keep what is indented.</summary>
    private int AfterBlanks(int place)
    {
        var code = false;
        foreach (var span in markup) code |= span.IsCode && span.Start <= place && place < span.End;
        var next = place;
        while (next < text.Length && IsBlank(text[next]) && !(code && next > place && text[next - 1] == '\n')) next++;
        // A mark that stands on a blank keeps it.
        return next > place && next < text.Length && Extends(next) ? next - 1 : next;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u202F');

    private bool Extends(int place) => StringInfo.GetNextTextElementLength(text.AsSpan(place - 1)) > 1;
}
