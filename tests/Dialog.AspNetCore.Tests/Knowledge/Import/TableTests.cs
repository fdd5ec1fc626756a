using Dialog.AspNetCore.Knowledge.Import;

namespace Dialog.AspNetCore.Tests.Knowledge.Import;

public sealed class TableTests
{
    [TestCase("question,answer\nhow much?,Five.\n")]
    [TestCase("Answer;Question\nFive.;how much?\n")]
    [TestCase("Message\tReply\nhow much?\tFive.")]
    [TestCase("id,Example,Response\n7,how much?,Five.")]
    [TestCase("Question\tAnswer\tSource\tMetadata\tQnaId\nhow much?\tFive.\ta.md\t[]\t1")]
    [TestCase("سؤال,پاسخ\nhow much?,Five.")]
    [TestCase("سوال;جواب\nhow much?;Five.")]
    [TestCase("پرسش,پاسخ\nhow much?,Five.")]
    [TestCase("ردیف\tپيام\tپاسخ\n۱\thow much?\tFive.")]
    public void AHeaderSaysWhichColumnIsWhich(string csv)
    {
        var file = Reading.File(csv);

        Assert.That(file.Format, Is.EqualTo(KnowledgeFormat.Table));
        Assert.That(file.Taken(), Is.EqualTo(new[] { "2: how much? → Five." }));
    }

    [TestCase("how much?,Five.\nwhere?,Here.")]
    [TestCase("how much?;Five.\r\nwhere?;Here.\r\n")]
    [TestCase("how much?\tFive.\nwhere?\tHere.\n\n")]
    [TestCase("sep=|\nhow much?|Five.\nwhere?|Here.")]
    public void TwoColumnsNeedNoHeader(string csv) =>
        Assert.That(
            Reading.File(csv).Taken().Select(pair => pair[3..]),
            Is.EqualTo(new[] { "how much? → Five.", "where? → Here." }));

    [Test]
    public void RowsCountAsTheSpreadsheetCountsThem() =>
        Assert.That(
            Reading.Csv("question,answer\n\na,\"x\ny\"\n\nb,z\n").Taken(),
            Is.EqualTo(new[] { "3: a → x\ny", "5: b → z" }));

    [Test]
    public void SeveralPhrasingsComeFromRowsColumnsBarsAndLines() =>
        Assert.That(
            Reading.Csv("question 1,question 2,answer\na,b,One.\nc | d,,Two.\n\"e\nf\",g,one.\nh,,One.").Taken(),
            Is.EqualTo(new[] { "2: a | b | h → One.", "3: c | d → Two.", "4: e | f | g → one." }));

    [Test]
    public void ABarThatIsMeantIsWrittenWithABackslash() =>
        Assert.That(Reading.Csv(@"question,answer
a \| b,One.").Taken(), Is.EqualTo(new[] { "2: a | b → One." }));

    [Test]
    public void ATitleIsKeptAndItsRowsMayLeaveTheAnswerAway()
    {
        var file = Reading.Csv("intent,example,answer\nhours,when open?,From nine.\nhours,opening times,\nplace,where?,Here.");

        Assert.That(file.Taken(), Is.EqualTo(new[] { "2: when open? | opening times → From nine.", "4: where? → Here." }));
        Assert.That(file.Pairs.Select(pair => pair.Title), Is.EqualTo(new[] { "hours", "place" }));
    }

    [Test]
    public void TwoTitlesWithOneAnswerStayTwo() =>
        Assert.That(
            Reading.Csv("title,question,answer\nA,a,Call us.\nB,b,Call us.\n,c,Call us.").Taken(),
            Is.EqualTo(new[] { "2: a | c → Call us.", "3: b → Call us." }));

    [Test]
    public void ATitleWithoutAQuestionColumnIsTheQuestion() =>
        Assert.That(Reading.Csv("عنوان,پاسخ\nساعت کار,از نه").Taken(), Is.EqualTo(new[] { "2: ساعت کار → از نه" }));

    [Test]
    public void AQuoteInsideACellIsALetter() =>
        Assert.That(Reading.Csv("a 5\" screen,Yes.\nb,No.").Taken(), Is.EqualTo(new[] { "1: a 5\" screen → Yes.", "2: b → No." }));

    [TestCase("a,b,c\nd,e,f")]
    [TestCase("question\nhow much?")]
    [TestCase("intent,example\nprice,how much?")]
    [TestCase("alone\nlonely")]
    public void ColumnsThatNobodyNamedAreAskedFor(string csv) =>
        Assert.That(Reading.Csv(csv).Problem?.Type, Is.EqualTo("dialog:import-unclear-columns"));

    [Test]
    public void AFileOfBlocksIsNoTableThoughItHasCommas() =>
        Assert.That(
            Reading.File("hello, you\nHi, there.\n\nbye, you\nSee you, then.").Taken(),
            Is.EqualTo(new[] { "1: hello, you → Hi, there.", "4: bye, you → See you, then." }));
}
