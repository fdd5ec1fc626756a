using System.Text;
using Dialog.AspNetCore.Knowledge.Import;

namespace Dialog.AspNetCore.Tests.Knowledge.Import;

public sealed class FileTextTests
{
    private const string Table = "سوال,جواب\r\nچنده؟,پنج تومان\r\nقیمت گل‌گاوزبان,گران است\r\n";

    private static readonly string[] Pairs = ["2: چنده؟ → پنج تومان", "3: قیمت گل‌گاوزبان → گران است"];

    private static IEnumerable<TestCaseData> Encodings()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1256)!;
        yield return new TestCaseData(new UTF8Encoding(false), Table).SetArgDisplayNames("UTF-8");
        yield return new TestCaseData(new UTF8Encoding(true), Table).SetArgDisplayNames("UTF-8 with BOM");
        yield return new TestCaseData(new UnicodeEncoding(false, true), Table).SetArgDisplayNames("UTF-16");
        yield return new TestCaseData(new UnicodeEncoding(true, true), Table).SetArgDisplayNames("UTF-16 big endian");
        yield return new TestCaseData(new UnicodeEncoding(false, false), Table).SetArgDisplayNames("UTF-16 without BOM");
        yield return new TestCaseData(new UnicodeEncoding(true, false), Table).SetArgDisplayNames("UTF-16 big endian without BOM");
        yield return new TestCaseData(windows, Table.Replace('ی', 'ي')).SetArgDisplayNames("Windows-1256");
    }

    [TestCaseSource(nameof(Encodings))]
    public void TheEncodingIsFound(Encoding encoding, string table)
    {
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(table)];

        Assert.That(KnowledgeFile.Read(bytes, KnowledgeSource.File).Taken(), Is.EqualTo(Pairs));
    }

    [Test]
    public void WesternAccentsAreNotTakenForPersianLetters()
    {
        var bytes = Encoding.Latin1.GetBytes("question,answer\nwo ist das Café Müller?,Straße 5\n");

        Assert.That(KnowledgeFile.Read(bytes, KnowledgeSource.Table).Taken(), Is.EqualTo(new[] { "2: wo ist das Café Müller? → Straße 5" }));
    }

    [TestCase("")]
    [TestCase(" \r\n\t\n")]
    [TestCase("\uFEFF\u200F")]
    public void AnEmptyFileIsRefused(string text) =>
        Assert.That(Reading.File(text).Problem?.Type, Is.EqualTo("dialog:import-empty"));

    [Test]
    public void ASpreadsheetsOwnFileGetsItsOwnAdvice()
    {
        byte[] xlsx = [.. "PK\u0003\u0004"u8, 20, 0, 6, 0];
        byte[] xls = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

        Assert.That(KnowledgeFile.Read(xlsx, KnowledgeSource.File).Problem?.Type, Is.EqualTo("dialog:import-spreadsheet"));
        Assert.That(KnowledgeFile.Read(xls, KnowledgeSource.Table).Problem?.Type, Is.EqualTo("dialog:import-spreadsheet"));
    }

    [Test]
    public void AnImageIsNotText()
    {
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 1, 0x90, 0, 0];
        var noise = new byte[5_000];
        for (var i = 0; i < noise.Length; i++)
            noise[i] = (byte)(1 + (i * 7919 % 255));

        Assert.That(KnowledgeFile.Read(png, KnowledgeSource.File).Problem?.Type, Is.EqualTo("dialog:import-not-text"));
        Assert.That(KnowledgeFile.Read(noise, KnowledgeSource.File).Problem?.Type, Is.EqualTo("dialog:import-not-text"));
    }

    [Test]
    public void MoreThanTwoMegabytesAreRefusedUnread() =>
        Assert.That(
            KnowledgeFile.Read(new byte[KnowledgeLimits.Bytes + 1], KnowledgeSource.File).Problem?.Type,
            Is.EqualTo("dialog:too-large"));

    [Test]
    public void AStrayControlCharacterIsDropped() =>
        Assert.That(Reading.Pasted("how much does the large one cost?\u0008\nIt costs five, and six with the lid on top.").Taken(),
            Is.EqualTo(new[] { "1: how much does the large one cost? → It costs five, and six with the lid on top." }));
}
