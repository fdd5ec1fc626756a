using Dialog.AspNetCore.Digests;
using Dialog.AspNetCore.Languages;
using Dialog.Storage.Digests;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Tests.Digests;

public class DigestTextTests
{
    private static readonly DateOnly Saturday = new(2026, 11, 21);
    private static readonly DigestPeriod Day = new(Saturday, Saturday);

    private static DigestFigures Figures(int conversations, int messages, int handedOff, params AskedQuestion[] questions) =>
        new(new DigestCounts { Conversations = conversations, Messages = messages, HandedOff = handedOff }, questions);

    private static AskedQuestion Asked(string text, int count) => new(new DigestQuestion { Id = "abc", Text = text }, count);

    [Test]
    public void A_day_in_Persian()
    {
        var figures = Figures(1_042, 3_130, 7, Asked("ارسال به افغانستان دارید؟", 4), Asked("کادو هم می‌کنید؟", 1));
        Assert.That(DigestText.Of("فروشگاه آرام", "fa", Day, figures), Is.EqualTo("""
            گزارش شنبه ۳۰ آبان ۱۴۰۵: فروشگاه آرام

            ۱٬۰۴۲ گفت‌وگو، ۳٬۱۳۰ پیام.
            ربات ۹۹٪ گفت‌وگوها را خودش به جواب رساند و ۷ تا را به همکاران سپرد.

            این‌ها را بلد نبود:
            ۱. «ارسال به افغانستان دارید؟» (۴ بار)
            ۲. «کادو هم می‌کنید؟»

            روی هر سؤال بزنید تا جوابش را یادش بدهید.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Some_days_in_English()
    {
        var period = new DigestPeriod(Saturday.AddDays(-2), Saturday);
        Assert.That(DigestText.Of("The shop", "en", period, Figures(3, 9, 1, Asked("do you ship to the moon?", 1))), Is.EqualTo("""
            Thursday 19 November 2026 to Saturday 21 November 2026: The shop

            Conversations: 3, messages: 9.
            The bot handled 66% of them by itself; passed on to a person: 1.

            What it did not know:
            1. “do you ship to the moon?”

            Press a question to teach its answer.
            """.ReplaceLineEndings("\n")));
    }

    [TestCase("fa", "کسی چیزی ننوشت.")]
    [TestCase("en", "Nobody wrote.")]
    public void A_day_without_visitors_is_told_in_a_sentence(string language, string words) =>
        Assert.That(DigestText.Of("x", language, Day, Figures(0, 0, 0)).Split('\n')[^1], Is.EqualTo(words));

    [TestCase("fa", "سؤالی نبود که بلد نباشد.")]
    [TestCase("en", "It knew every question.")]
    public void A_day_without_unknown_questions_says_so(string language, string words) =>
        Assert.That(DigestText.Of("x", language, Day, Figures(5, 9, 0)).Split('\n')[^1], Is.EqualTo(words));

    [Test]
    public void What_was_passed_on_never_shows_as_everything_answered() =>
        Assert.That(DigestText.Of("x", "en", Day, Figures(1_000, 1_000, 1)), Does.Contain("99%"));

    [TestCase("en")]
    [TestCase("fa")]
    public void The_longest_digest_fits_into_one_message(string language)
    {
        var questions = Enumerable.Repeat(Asked(string.Concat(Enumerable.Repeat("کلمه‌ای بلند 😀\n", 300)), int.MaxValue), Limits.DigestQuestions);
        var figures = Figures(int.MaxValue / 100, int.MaxValue, 1, [.. questions]);
        var text = MessageText.Plain(DigestText.Of(new string('x', Limits.NameLength), language, new DigestPeriod(Saturday.AddDays(-7), Saturday), figures));
        Assert.That(text.For(Provider.Telegram), Has.Count.EqualTo(1));
        Assert.That(text.For(Provider.Bale), Has.Count.EqualTo(1));
    }

    [TestCase("2026-03-20", "جمعه ۲۹ اسفند ۱۴۰۴")]
    [TestCase("2026-03-21", "شنبه ۱ فروردین ۱۴۰۵")]
    [TestCase("2028-03-19", "یکشنبه ۲۹ اسفند ۱۴۰۶")]
    [TestCase("2026-09-22", "سه‌شنبه ۳۱ شهریور ۱۴۰۵")]
    [TestCase("2026-12-02", "چهارشنبه ۱۱ آذر ۱۴۰۵")]
    public void Days_are_Jalali_in_Persian(string day, string words) =>
        Assert.That(LongDate.In("fa", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(words));

    [TestCase("short enough", 40, "short enough")]
    [TestCase("one two\nthree", 40, "one two three")]
    [TestCase("one two three four", 10, "one two…")]
    [TestCase("aaaaaaaaaaaaaaaaaa", 10, "aaaaaaaaa…")]
    [TestCase("aaaaaaaa😀😀😀😀", 10, "aaaaaaaa…", TestName = "Not within a surrogate pair")]
    public void A_question_is_cut_at_a_word(string text, int length, string cut) => Assert.That(DigestText.Shorten(text, length), Is.EqualTo(cut));

    [Test]
    public void Buttons_come_back_as_what_they_were()
    {
        var question = new DigestQuestion { Text = "Do you ship?" };
        var ways = DigestButtons.Ways(question, [new Dialog.Storage.Knowledge.Intent { Id = Dialog.Storage.RandomId.New(), Title = "Shipping" }], "en");
        var data = ways.Rows.Select(row => row.Single()).ToDictionary(button => button.Text, button => DigestButtons.Read(button.CallbackData));
        Assert.That(data["Shipping"], Is.Not.Null.And.Property("Verb").EqualTo(DigestVerb.Teach));
        Assert.That(data["Write the answer now"], Is.EqualTo(new DigestPress(DigestVerb.Write, question.Id, "")));
        Assert.That(data["Not needed"], Is.EqualTo(new DigestPress(DigestVerb.PutAside, question.Id, "")));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("d:")]
    [TestCase("d:z:abc")]
    [TestCase("d:o:abc\n")]
    [TestCase("d:o:' OR 1=1")]
    [TestCase("c:abc:1:0")]
    public void Anything_else_is_no_button_of_a_digest(string? data) => Assert.That(DigestButtons.Read(data), Is.Null);
}
