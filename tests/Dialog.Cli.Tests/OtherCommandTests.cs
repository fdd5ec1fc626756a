using System.Text.Json;
using Dialog.Cli.Commands;

namespace Dialog.Cli.Tests;

public sealed class OtherCommandTests
{
    [Test]
    public void Cross_validate_reports_every_example_once()
    {
        using var cli = new Cli();
        Assert.That(cli.Run("cross-validate", "--train", cli.File("train.tsv", Cli.Train), "--folds", "3", "--json"), Is.Zero, cli.Error);
        using var json = JsonDocument.Parse(cli.Output);
        Assert.That(json.RootElement.GetProperty("folds").GetInt32(), Is.EqualTo(3));
        Assert.That(json.RootElement.GetProperty("reliability").EnumerateArray().Sum(bin => bin.GetProperty("messages").GetInt32()), Is.EqualTo(9));
    }

    [Test]
    public void Cross_validate_names_examples_that_two_intents_have()
    {
        using var cli = new Cli();
        var train = cli.File("train.tsv", Cli.Train + "\nother\twhere to buy\nother\tWhere to BUY!\nmore\twhere to buy\n");
        Assert.That(cli.Run("cross-validate", "--train", train, "--json"), Is.Zero, cli.Error);
        using var json = JsonDocument.Parse(cli.Output);
        var kinds = json.RootElement.GetProperty("repeated").EnumerateArray().Select(one => one.GetProperty("kind").GetString());
        Assert.That(kinds, Is.EqualTo(new[] { "Conflict", "Duplicate" }));
        Assert.That(json.RootElement.GetProperty("mislabelled").ValueKind, Is.EqualTo(JsonValueKind.Array));

        Assert.That(cli.Run("cross-validate", "--train", train), Is.Zero, cli.Error);
        Assert.That(cli.Output, Does.Contain("in two intents: where to buy (more), where to buy (other)"));
    }

    [TestCase("1")]
    [TestCase("21")]
    public void Cross_validate_refuses_a_senseless_number_of_folds(string folds)
    {
        using var cli = new Cli();
        Assert.That(cli.Run("cross-validate", "--train", cli.File("train.tsv", Cli.Train), "--folds", folds), Is.Not.Zero);
        Assert.That(cli.Error, Does.Contain("2 to 20"));
    }

    [Test]
    public void Cross_validate_without_a_second_example_says_so()
    {
        using var cli = new Cli();
        Assert.That(cli.Run("cross-validate", "--train", cli.File("train.tsv", "a\tone\nb\ttwo\n")), Is.EqualTo(1));
        Assert.That(cli.Error, Does.Contain("two examples"));
    }

    [Test]
    public void Match_gives_the_intent_and_its_reasons()
    {
        using var cli = new Cli();
        Assert.That(cli.Run("match", "--train", cli.File("train.tsv", Cli.Train), "when do you OPEN??"), Is.Zero, cli.Error);
        Assert.That(cli.Output, Does.Contain("hours").And.Contain("unicode: when do you OPEN?? → when do you open").And.Contain("nearest example"));
    }

    [Test]
    public void Chat_answers_until_an_empty_line()
    {
        using var cli = new Cli();
        using var input = new StringReader("are you open on sunday\n\nnever read");
        using var output = new StringWriter();
        ChatCommand.Talk(LabelledFile.ReadTraining(new FileInfo(cli.File("train.tsv", Cli.Train))), input, output);
        Assert.That(output.ToString().Trim().Split('\n'), Has.Length.EqualTo(2));
        Assert.That(output.ToString(), Does.Contain("hours"));
    }

    [Test]
    public void Vectors_trains_from_paraphrases_and_thesauri()
    {
        using var cli = new Cli();
        var models = Directory.CreateTempSubdirectory("vectors");
        var paraphrase = models.CreateSubdirectory("paraphrase").FullName;
        var language = models.CreateSubdirectory("language").FullName;
        string[] things = ["parcel", "coat", "ring", "lamp", "chair", "book"];
        File.WriteAllText(
            Path.Combine(Directory.CreateDirectory(Path.Combine(paraphrase, "shops")).FullName, "en-goods.txt"),
            "# goods\n\n" + string.Join("\n", things.Select(thing => $"where is my {thing}\nthe {thing} has not come\n")));
        File.WriteAllText(Path.Combine(paraphrase, "words-en.txt"), "# words\nmissing gone lost\n");
        File.WriteAllText(Path.Combine(language, "thesaurus-en.txt"), "# words\nprice cost\n");
        Assert.That(cli.Run("vectors", "--models", models.FullName), Is.Zero, cli.Error);
        Assert.That(cli.Output, Does.StartWith("8 groups, 17 texts"));
        Assert.That(new FileInfo(Path.Combine(language, "word-vectors.bin")).Length, Is.GreaterThan(8));
        models.Delete(recursive: true);
    }

    [Test]
    public void Vectors_without_its_texts_says_so()
    {
        using var cli = new Cli();
        Assert.That(cli.Run("vectors", "--models", "nowhere"), Is.EqualTo(1));
        Assert.That(cli.Error, Does.Contain("no such folder"));
    }

    [TestCase("card_lost-orStolen", "card lost or Stolen")]
    [TestCase("ORDER_STATUS", "ORDER STATUS")]
    [TestCase("قیمت_کالا", "قیمت کالا")]
    public void A_label_is_a_title_with_its_words_parted(string label, string title) =>
        Assert.That(LabelledFile.TitleOf(label), Is.EqualTo(title));
}
