using Dialog.AspNetCore.Knowledge.Import;

namespace Dialog.AspNetCore.Tests.Knowledge.Import;

public sealed class PastedTextTests
{
    [Test]
    public void TheLastLineOfABlockIsTheAnswerAndThoseBeforeAreExamples()
    {
        var file = Reading.Pasted("when do you open?\nopening hours\nFrom nine to six.\n\nwhere are you\n12 Mill Lane");

        Assert.That(file.Format, Is.EqualTo(KnowledgeFormat.Text));
        Assert.That(file.Taken(), Is.EqualTo(new[]
        {
            "1: when do you open? | opening hours → From nine to six.",
            "5: where are you → 12 Mill Lane",
        }));
    }

    [TestCase("Q: how much?\nA: Five.\nAnd a half.")]
    [TestCase("q : how much?\r\nanswer: Five.\r\nAnd a half.")]
    [TestCase("1. **Question:** how much?\n**Answer:** Five.\nAnd a half.")]
    [TestCase("Q1: how much?\n\nA1: Five.\nAnd a half.")]
    public void EnglishPrefixesAllowAnAnswerOfSeveralLines(string text) =>
        Assert.That(Reading.Pasted(text).Taken(), Is.EqualTo(new[] { "1: how much? → Five.\nAnd a half." }));

    [TestCase("س: چنده؟\nج: پنج تومان.")]
    [TestCase("سوال: چنده؟\nپاسخ: پنج تومان.")]
    [TestCase("سؤال ۱: چنده؟\nجواب ۱: پنج تومان.")]
    [TestCase("پرسش：چنده؟\nجواب：پنج تومان.")]
    public void PersianPrefixesAreUnderstood(string text) =>
        Assert.That(Reading.Pasted(text).Taken(), Is.EqualTo(new[] { "1: چنده؟ → پنج تومان." }));

    [Test]
    public void LinesBelowAQuestionPrefixAreFurtherPhrasings() =>
        Assert.That(
            Reading.Pasted("Q: how much?\nprice\nA: Five.\nQ: where?\nA: Here.").Taken(),
            Is.EqualTo(new[] { "1: how much? | price → Five.", "4: where? → Here." }));

    [Test]
    public void AParagraphBelowAMarkedAnswerBelongsToIt() =>
        Assert.That(
            Reading.Pasted("Q: how much?\nA: Five.\n\nLess for two.\n\nQ: where?\nA: Here.").Taken(),
            Is.EqualTo(new[] { "1: how much? → Five.\n\nLess for two.", "6: where? → Here." }));

    [Test]
    public void AQuestionBelowAMarkedAnswerIsNotItsParagraph() =>
        Assert.That(
            Reading.Pasted("Q: how much?\nA: Five.\n\nand where?").Refused(),
            Is.EqualTo(new[] { "4: and where? → , dialog:import-no-answer" }));

    [TestCase("- how much?\n- price\n- Five.")]
    [TestCase("• how much?\n\t• price   \n• Five.")]
    [TestCase("1. how much?\n2. price\n3. Five.")]
    [TestCase("1) how much?\r\n2) price\r\nFive.")]
    [TestCase("\uFEFF   how much?\u200F\n\u202Aprice\u202C\n Five.  ")]
    public void BulletsNumbersAndInvisibleMarksAreDropped(string text) =>
        Assert.That(Reading.Pasted(text).Taken(), Is.EqualTo(new[] { "1: how much? | price → Five." }));

    [Test]
    public void PersianNumbersBeforeALetterAreNumbersOfAList() =>
        Assert.That(
            Reading.Pasted("۱-چنده\n۲- قیمت؟\nپنج تومان").Taken(),
            Is.EqualTo(new[] { "1: چنده | قیمت؟ → پنج تومان" }));

    [TestCase("3-season tent?")]
    [TestCase("24-7 support?")]
    [TestCase("2.5 kg parcel?")]
    [TestCase("۱۰-۱۲ روزه؟")]
    [TestCase("-5 degrees?")]
    public void NumbersThatBelongToTheSentenceStay(string question) =>
        Assert.That(Reading.Pasted($"{question}\nYes.").Taken(), Is.EqualTo(new[] { $"1: {question} → Yes." }));

    [Test]
    public void ANumberAtTheStartOfTheOnlyAnswerLineStays() =>
        Assert.That(Reading.Pasted("how many?\n1. that is all").Taken(), Is.EqualTo(new[] { "1: how many? → 1. that is all" }));

    [Test]
    public void ALoneLineIsRefusedAndKeepsItsText() =>
        Assert.That(
            Reading.Pasted("how much?\nFive.\n\nwhere are you?\n").Refused(),
            Is.EqualTo(new[] { "4: where are you? → , dialog:import-no-answer" }));

    [Test]
    public void AnAnswerWithoutAQuestionIsRefusedAndKeepsItsText() =>
        Assert.That(
            Reading.Pasted("A: Five.\n\nQ:\nA: Here.").Refused(),
            Is.EqualTo(new[] { "1:  → Five., dialog:import-no-question", "3:  → Here., dialog:import-no-question" }));

    [Test]
    public void CommasAndSemicolonsMakeNoTableOfPastedSentences() =>
        Assert.That(
            Reading.Pasted("hello, there\nhi, you; friend\n\nbye, now\nsee you, friend").Format,
            Is.EqualTo(KnowledgeFormat.Text));

    [Test]
    public void CellsPastedFromASpreadsheetAreATable()
    {
        var file = Reading.Pasted("how much?\tFive.\nprice\tFive.\nwhere?\t\"Here,\nor there.\"");

        Assert.That(file.Format, Is.EqualTo(KnowledgeFormat.Table));
        Assert.That(file.Taken(), Is.EqualTo(new[] { "1: how much? | price → Five.", "3: where? → Here,\nor there." }));
    }

    [Test]
    public void ATabBehindAPrefixMakesNoTable() =>
        Assert.That(Reading.Pasted("Q:\thow much?\nA:\tFive.").Taken(), Is.EqualTo(new[] { "1: how much? → Five." }));
}
