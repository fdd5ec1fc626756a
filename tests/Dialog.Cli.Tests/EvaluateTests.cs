using System.Text;
using System.Text.Json;

namespace Dialog.Cli.Tests;

public sealed class EvaluateTests
{
    private static readonly string[] Fields =
    [
        "intents", "examples", "messages", "outOfScope", "accuracy", "auroc", "ece", "coverageAt90", "coverageAt95",
        "trainMilliseconds", "matchMicrosecondsP50", "matchMicrosecondsP99", "modelBytes", "peakBytes",
    ];

    [Test]
    public void Prints_one_JSON_object_with_exactly_the_fields_and_nothing_else()
    {
        using var cli = new Cli();
        var code = cli.Run("evaluate", "--train", cli.File("train.tsv", Cli.Train), "--test", cli.File("test.tsv", "hours\twhen do you open\nrefund\tmoney back\nOOS\twhat is the capital of France\n"), "--json");
        Assert.That(code, Is.Zero, cli.Error);
        using var json = JsonDocument.Parse(cli.Output);
        Assert.That(json.RootElement.EnumerateObject().Select(field => field.Name), Is.EqualTo(Fields));
        Assert.That(json.RootElement.GetProperty("intents").GetInt32(), Is.EqualTo(3));
        Assert.That(json.RootElement.GetProperty("examples").GetInt32(), Is.EqualTo(9));
        Assert.That(json.RootElement.GetProperty("messages").GetInt32(), Is.EqualTo(3));
        Assert.That(json.RootElement.GetProperty("outOfScope").GetInt32(), Is.EqualTo(1));
        Assert.That(json.RootElement.GetProperty("accuracy").GetDouble(), Is.EqualTo(1));
        Assert.That(json.RootElement.GetProperty("auroc").GetDouble(), Is.EqualTo(1));
        Assert.That(cli.Error, Is.Empty);
    }

    [Test]
    public void Prints_a_table_for_people()
    {
        using var cli = new Cli();
        Assert.That(cli.Run("evaluate", "--train", cli.File("train.tsv", Cli.Train), "--test", cli.File("test.tsv", "hours\topening hours?\n")), Is.Zero);
        Assert.That(cli.Output, Does.Contain("accuracy in scope").And.Contain("1.000"));
    }

    [TestCase("", "empty")]
    [TestCase("\n \n", "empty")]
    [TestCase("a\tx\nno tab here\n", "row 2")]
    [TestCase("a\tx\n\tno label\n", "row 2")]
    [TestCase("a\tx\n\nb\t \n", "row 3")]
    [TestCase("OOS\tx\n", "at least one intent")]
    [TestCase("a\t!!!\n", "readable")]
    public void A_bad_training_file_is_one_clear_sentence(string train, string expected)
    {
        using var cli = new Cli();
        Fails(cli, expected, cli.Run("evaluate", "--train", cli.File("train.tsv", train), "--test", cli.File("test.tsv", "a\tx\n"), "--json"));
    }

    [Test]
    public void A_missing_file_is_one_clear_sentence()
    {
        using var cli = new Cli();
        Fails(cli, "no such file", cli.Run("evaluate", "--train", "/nowhere/train.tsv", "--test", cli.File("test.tsv", "a\tx\n")));
    }

    [Test]
    public void Bytes_that_are_not_UTF8_are_one_clear_sentence()
    {
        using var cli = new Cli();
        byte[] latin = [.. "a\tx\n"u8, (byte)'b', (byte)'\t', 0xE9, 0xFF, (byte)'\n'];
        Fails(cli, "UTF-8", cli.Run("evaluate", "--train", cli.File("train.tsv", latin), "--test", cli.File("test.tsv", "a\tx\n")));
    }

    [Test]
    public void A_byte_order_mark_and_Windows_line_ends_are_read()
    {
        using var cli = new Cli();
        var marked = cli.File("train.tsv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Cli.Train.ReplaceLineEndings("\r\n"))]);
        Assert.That(cli.Run("evaluate", "--train", marked, "--test", cli.File("test.tsv", "shipping\thow long does shipping take"), "--json"), Is.Zero, cli.Error);
        Assert.That(cli.Output, Does.Contain("\"intents\":3").And.Contain("\"accuracy\":1,"));
    }

    [Test]
    public void A_missing_option_is_refused()
    {
        using var cli = new Cli();
        Assert.That(cli.Run("evaluate", "--json"), Is.Not.Zero);
        Assert.That(cli.Error, Does.Contain("--train"));
    }

    private static void Fails(Cli cli, string expected, int code)
    {
        Assert.That(code, Is.EqualTo(1));
        Assert.That(cli.Output, Is.Empty);
        Assert.That(cli.Error.Trim().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(cli.Error, Does.Contain(expected));
    }
}
