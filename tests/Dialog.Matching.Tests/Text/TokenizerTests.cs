using Dialog.Matching.Text;

namespace Dialog.Matching.Tests.Text;

public sealed class TokenizerTests
{
    [TestCase("كتابهاي علي", "کتابهای علی")]
    [TestCase("می‌خواهم", "میخواهم")]
    [TestCase("می خواهم", "میخواهم")]
    [TestCase("نمی شود", "نمیشود")]
    [TestCase("کتاب ها", "کتابها")]
    [TestCase("۱۲۳ ٤٥٦", "123 456")]
    [TestCase("مُحَمَّد", "محمد")]
    [TestCase("أإآٱ ؤ ئ ة", "اا و ی ه")]
    [TestCase("کتااااااب", "کتااب")]
    [TestCase("ســـلام", "سلام")]
    [TestCase("ﷲ", "الله")]
    [TestCase("ﺳﻼﻡ", "سلام")]
    public void Persian_is_brought_to_one_form(string text, string expected) => Assert.That(Run(text), Is.EqualTo(expected));

    [TestCase("I'm", "im")]
    [TestCase("don’t", "dont")]
    [TestCase("Café ÀÉÎ", "cafe aei")]
    [TestCase("ＨＥＬＬＯ", "hello")]
    [TestCase("soooo", "soo")]
    [TestCase("A-b_c", "a b c")]
    [TestCase("hi 👋 there", "hi 👋 there")]
    [TestCase("\u200fab\u202e", "ab")]
    public void Latin_is_brought_to_one_form(string text, string expected) => Assert.That(Run(text), Is.EqualTo(expected));

    [TestCase("\ud800")]
    [TestCase("\udc00\ud800")]
    [TestCase("a\ud800b")]
    public void Lone_surrogates_do_no_harm(string text) => Assert.That(() => Run(text), Throws.Nothing);

    [Test]
    public void A_text_of_a_hundred_thousand_characters_is_read_from_its_beginning() =>
        Assert.That(Run(new string('ا', 100_000)).Length, Is.LessThanOrEqualTo(4_000));

    private static string Run(string text)
    {
        return TextPipeline.Plain.Run(text, new TextScratch()).Join();
    }
}
