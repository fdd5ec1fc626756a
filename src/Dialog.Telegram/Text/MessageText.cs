namespace Dialog.Telegram;

/// <summary>
/// What a message says, with its markup. Lengths are UTF-16 units of <see cref="Text"/>, which is how messengers count:
/// after markup has been read.
/// </summary>
public sealed class MessageText
{
    private readonly IReadOnlyList<Markup> _markup;

    private MessageText(string text, IReadOnlyList<Markup> markup)
    {
        Text = text;
        _markup = markup;
    }

    /// <summary>The words as they are read.</summary>
    public string Text { get; }

    /// <summary>The length that counts, in UTF-16 units.</summary>
    public int Length => Text.Length;

    /// <summary>Nothing but blanks, which no messenger takes.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether anything is marked up.</summary>
    public bool HasMarkup => _markup.Count > 0;

    /// <summary>Text without markup; what looks like HTML in it is shown as it is.</summary>
    public static MessageText Plain(string text) => new(CleanText.Of(text), []);

    /// <summary>
    /// Text marked up with <c>b i u s code pre blockquote tg-spoiler</c> and <c>a href</c> (http, https, mailto, tel, tg).
    /// Anything else is taken as text, so that every messenger can read what is made of it.
    /// </summary>
    public static MessageText Html(string html)
    {
        var (text, markup) = HtmlReader.Read(html);
        return new MessageText(text, markup);
    }

    /// <summary>Makes text fit to be put into HTML, between tags or into an attribute.</summary>
    public static string Escape(string text) => HtmlWriter.Escape(text);

    /// <summary>The text as HTML.</summary>
    public string ToHtml() => HtmlWriter.Write(Text, _markup);

    /// <summary>The text without markup; the address of a link follows its words in brackets.</summary>
    public string ToPlain() => HtmlWriter.WritePlain(Text, _markup);

    /// <summary>
    /// Cuts the text into pieces of at most <paramref name="limit"/> units: at a paragraph, a line, a sentence, a word, and
    /// where there is none between two graphemes. Markup is cut only where it alone is too long; both pieces have it then.
    /// Blanks at a cut are dropped; a text of blanks has no pieces. O(length).
    /// </summary>
    public IReadOnlyList<MessageText> Split(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return [.. new TextSplitter(Text, _markup, limit).Split().Select(piece => Slice(piece.Start, piece.End))];
    }

    /// <summary>The messages that say this on a messenger: marked up where it can, in pieces it takes.</summary>
    public IReadOnlyList<MessageText> For(Provider provider) =>
        (provider.Html || !HasMarkup ? this : Plain(ToPlain())).Split(provider.TextLength);

    /// <summary>The text as HTML.</summary>
    public override string ToString() => ToHtml();

    private MessageText Slice(int start, int end) => new(Text[start..end],
    [
        .. _markup
            .Select(span => span with { Start = Math.Max(span.Start, start) - start, End = Math.Min(span.End, end) - start })
            .Where(span => span.Start < span.End),
    ]);
}
