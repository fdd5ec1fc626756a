using FsCheck;
using FsCheck.Fluent;

namespace Dialog.Telegram.Tests;

public class MessageTextTests
{
    [TestCase("a < b & c > d", "a &lt; b &amp; c &gt; d")]
    [TestCase("<b>not bold</b>", "&lt;b&gt;not bold&lt;/b&gt;")]
    [TestCase("سلام «دنیا»", "سلام «دنیا»")]
    public void Plain_text_is_shown_as_it_is(string text, string html)
    {
        Assert.That(MessageText.Plain(text).ToHtml(), Is.EqualTo(html));
        Assert.That(MessageText.Html(MessageText.Escape(text)).Text, Is.EqualTo(text));
    }

    [TestCase("<b>a</b>", "<b>a</b>", "a")]
    [TestCase("<strong>a <em>b</em></strong>", "<b>a <i>b</i></b>", "a b")]
    [TestCase("<b>a<i>b</b>c</i>", "<b>a<i>b</i></b>c&lt;/i&gt;", "abc</i>", TestName = "Crossed tags are put right")]
    [TestCase("<b>open", "<b>open</b>", "open")]
    [TestCase("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;", "<script>x</script>")]
    [TestCase("1 < 2 & 3", "1 &lt; 2 &amp; 3", "1 < 2 & 3")]
    [TestCase("<b></b>x", "x", "x")]
    [TestCase("<a href=\"https://dialog.example/?a=1&amp;b=2\">here</a>", "<a href=\"https://dialog.example/?a=1&amp;b=2\">here</a>", "here (https://dialog.example/?a=1&b=2)")]
    [TestCase("<a href='https://dialog.example/'>dialog.example</a>", "<a href=\"https://dialog.example/\">dialog.example</a>", "dialog.example")]
    [TestCase("<a href=\"javascript:alert(1)\">x</a>", "x", "x")]
    [TestCase("<a>x</a>", "x", "x")]
    [TestCase("a\r\nb\rc\0d", "a\nb\ncd", "a\nb\ncd")]
    public void Html_becomes_html_that_can_be_read(string html, string written, string plain)
    {
        var text = MessageText.Html(html);
        Assert.That(text.ToHtml(), Is.EqualTo(written));
        Assert.That(text.ToPlain(), Is.EqualTo(plain));
        Assert.That(StrictHtml.Read(written), Is.EqualTo(text.Text));
    }

    [Test]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.That(MessageText.Plain("a\ud83d").Text, Is.EqualTo("a\ufffd"));

    [Test]
    public void Length_is_counted_after_markup_is_read() =>
        Assert.That(MessageText.Html("<b>&lt;😀&gt;</b>").Length, Is.EqualTo(4));

    [Test]
    public void Any_html_can_be_read_strictly() => Prop.ForAll(Generators.Html.ToArbitrary(), html =>
        StrictHtml.Read(MessageText.Html(html).ToHtml()) == MessageText.Html(html).Text).QuickCheckThrowOnFailure();

    [Test]
    public void What_was_written_is_read_the_same() => Prop.ForAll(Generators.Html.ToArbitrary(), html =>
        MessageText.Html(MessageText.Html(html).ToHtml()).ToHtml() == MessageText.Html(html).ToHtml()).QuickCheckThrowOnFailure();

    [Test]
    public void Bale_gets_words_and_addresses_without_markup()
    {
        var pieces = MessageText.Html("<b>قیمت</b>: <a href=\"https://dialog.example/p\">اینجا</a>").For(Provider.Bale);
        Assert.That(pieces.Single().HasMarkup, Is.False);
        Assert.That(pieces.Single().Text, Is.EqualTo("قیمت: اینجا (https://dialog.example/p)"));
    }
}
