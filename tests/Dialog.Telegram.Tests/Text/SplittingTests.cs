using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Dialog.Telegram.Tests;

public class SplittingTests
{
    private static string[] Split(string text, int limit) => [.. MessageText.Plain(text).Split(limit).Select(piece => piece.Text)];

    [TestCase("one two\n\nthree four five", 18, "one two\n\nthree|four five", TestName = "Below half, a paragraph is no place")]
    [TestCase("one two three\n\nfour five", 18, "one two three|four five", TestName = "At a paragraph")]
    [TestCase("one two three\nfour five six", 20, "one two three|four five six", TestName = "At a line")]
    [TestCase("One two three. Four five six", 22, "One two three.|Four five six", TestName = "At a sentence")]
    [TestCase("قیمت آن چند است؟ نمی‌دانم چقدر", 22, "قیمت آن چند است؟|نمی‌دانم چقدر", TestName = "At a Persian sentence")]
    [TestCase("او گفت «باشد.» و سپس رفت", 16, "او گفت «باشد.»|و سپس رفت", TestName = "After the closing quotation mark")]
    [TestCase("one two three", 8, "one two|three", TestName = "At a word")]
    [TestCase("abcdefghij", 4, "abcd|efgh|ij", TestName = "Anywhere in a word too long")]
    [TestCase("می‌خواهم‌شان", 9, "می‌خواهم‌|شان", TestName = "A half-space belongs to what stands before it")]
    [TestCase("ab😀😀", 3, "ab|😀|😀", TestName = "Not within a surrogate pair")]
    [TestCase("ab👨‍👩‍👧‍👦cd", 12, "ab|👨‍👩‍👧‍👦c|d", TestName = "Not within a family")]
    [TestCase("  \n one \n ", 10, "one", TestName = "Blanks at the ends go")]
    [TestCase(" \n ", 10, "", TestName = "Blanks alone are nothing")]
    public void Cuts_at_the_best_place(string text, int limit, string pieces) =>
        Assert.That(string.Join('|', Split(text, limit)), Is.EqualTo(pieces));

    [Test]
    public void A_grapheme_longer_than_a_message_keeps_its_pairs()
    {
        var pieces = Split("😀" + string.Concat(Enumerable.Repeat("\u200d😀", 10)), 6);
        Assert.That(pieces, Is.All.Matches<string>(piece => piece!.Length is > 0 and <= 6));
        Assert.That(pieces, Is.All.Matches<string>(piece => !char.IsLowSurrogate(piece![0])));
    }

    [Test]
    public void Outside_of_markup_rather_than_at_a_paragraph_within()
    {
        var pieces = MessageText.Html("one two three <b>bold here\n\nand there</b>").Split(26);
        Assert.That(pieces.Select(piece => piece.ToHtml()), Is.EqualTo(new[] { "one two three", "<b>bold here\n\nand there</b>" }));
    }

    [Test]
    public void Markup_too_long_is_closed_and_opened_again()
    {
        var pieces = MessageText.Html("<b>one two <i>three four</i></b>").Split(13);
        Assert.That(pieces.Select(piece => piece.ToHtml()), Is.EqualTo(new[] { "<b>one two</b>", "<b><i>three four</i></b>" }));
    }

    [Test]
    public void Code_keeps_its_indentation()
    {
        var pieces = MessageText.Html("<pre>if (a)\n    b();\n    c();</pre>").Split(17);
        Assert.That(pieces.Select(piece => piece.ToHtml()), Is.EqualTo(new[] { "<pre>if (a)\n    b();</pre>", "<pre>    c();</pre>" }));
    }

    [Test]
    public void A_long_answer_fits_into_messages_and_loses_no_word()
    {
        var text = string.Join(' ', Enumerable.Range(0, 5000).Select(i => i % 20 == 0 ? $"واژهٔ{i}.\n\n" : $"واژهٔ{i}"));
        var pieces = MessageText.Plain(text).For(Provider.Telegram);
        Assert.That(pieces, Is.All.Matches<MessageText>(piece => piece!.Length is > 2048 and <= 4096).Or.EqualTo(pieces[^1]));
        Assert.That(string.Join(' ', pieces.Select(piece => piece.Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            Is.EqualTo(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public void Any_text_is_cut_between_graphemes_and_loses_only_blanks() => Prop.ForAll(
        Generators.Text.ToArbitrary(), Gen.Choose(30, 60).ToArbitrary(), (raw, limit) =>
        {
            var text = MessageText.Plain(raw).Text;
            var boundaries = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
            var at = 0;
            foreach (var piece in Split(raw, limit))
            {
                var start = text.IndexOf(piece, at, StringComparison.Ordinal);
                if (start < 0 || !string.IsNullOrWhiteSpace(text[at..start])) return false;
                if (piece.Length > limit || !boundaries.Contains(start) || !boundaries.Contains(start + piece.Length)) return false;
                at = start + piece.Length;
            }
            return string.IsNullOrWhiteSpace(text[at..]);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Every_piece_of_any_html_can_be_read() => Prop.ForAll(
        Generators.Html.ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (html, limit) => MessageText.Html(html).Split(limit)
            .All(piece => StrictHtml.Length(piece.ToHtml()) == piece.Length && piece.Length <= limit && !piece.IsEmpty)).QuickCheckThrowOnFailure();
}
