using Dialog.Matching;
using Dialog.Matching.Text;

namespace Dialog.Matching.Tests.Text;

public sealed class RepairTests
{
    private static readonly TextPipeline Persian = TextPipeline.Repairing(Vocabulary.From(
        ["سلام", "قیمت چند است", "می‌خواهم سفارش را لغو کنم", "ارسال رایگان دارید", "گارانتی محصول", "تعویض کالا", "size guide"]));

    private static readonly TextPipeline English = TextPipeline.Repairing(Vocabulary.From(["hello there", "track my order", "delivery price"]));

    [TestCase("میخوام", "میخواهم")]
    [TestCase("میخوایم", "میخواهیم")]
    [TestCase("نمیتونین", "نمیتوانید")]
    [TestCase("چنده", "چند است")]
    [TestCase("نمیشه", "نمیشود")]
    [TestCase("میفرستین", "میفرستید")]
    [TestCase("سفارشمو", "سفارشم را")]
    [TestCase("آدرسشون", "ادرسشان")]
    [TestCase("اینو کدوم", "این را کدام")]
    public void Spoken_forms_become_written_ones(string text, string expected) => Assert.That(Run(TextPipeline.Plain, text), Is.EqualTo(expected));

    [TestCase("gheymat chand?", "قیمت چند")]
    [TestCase("qeimat chand ast", "قیمت چند است")]
    [TestCase("mikham sefaresh ro laghv konam", "میخواهم سفارش را لغو کنم")]
    [TestCase("ersal raygan darid?", "ارسال رایگان دارید")]
    [TestCase("salam", "سلام")]
    public void Finglish_meets_the_words_of_the_bot(string text, string expected) => Assert.That(Run(Persian, text), Is.EqualTo(expected));

    [TestCase("what is the price of shipping")]
    [TestCase("do you have the size guide")]
    public void English_to_a_Persian_bot_stays_English(string text) => Assert.That(Run(Persian, text), Is.EqualTo(text));

    [TestCase("sghl", "سلام")]
    [TestCase("rdlj ]kni", "قیمت چند است")]
    public void Persian_typed_on_an_English_keyboard_is_read(string text, string expected) => Assert.That(Run(Persian, text), Is.EqualTo(expected));

    [TestCase("اثممخ", "hello")]
    [TestCase("فقشزن پغ خقیثق", "track my order")]
    public void English_typed_on_a_Persian_keyboard_is_read(string text, string expected) => Assert.That(Run(English, text), Is.EqualTo(expected));

    [TestCase("xyzzy qwrt")]
    [TestCase("خیابان فلان")]
    public void What_the_vocabulary_does_not_confirm_stays(string text) => Assert.That(Run(English, text), Is.EqualTo(text));

    [TestCase("گارانطی", "گارانتی")]
    [TestCase("تعویظ", "تعویض")]
    [TestCase("محصوول", "محصول")]
    public void One_mistake_in_an_unknown_word_is_mended(string text, string expected) => Assert.That(Run(Persian, text), Is.EqualTo(expected));

    [TestCase("delivrey", "delivery")]
    [TestCase("deliverry", "delivery")]
    [TestCase("dime", "dime")]
    public void A_short_word_is_left_alone(string text, string expected) => Assert.That(Run(English, text), Is.EqualTo(expected));

    [Test]
    public void The_tables_hold_at_least_three_hundred_spoken_forms() =>
        Assert.That(WrittenForms.Spoken.Count(), Is.GreaterThanOrEqualTo(300));

    private static string Run(TextPipeline pipeline, string text) => pipeline.Run(text, new TextScratch()).Join();
}
