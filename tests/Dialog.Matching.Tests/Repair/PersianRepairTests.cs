using Dialog.Matching;
using Dialog.Matching.Text;

namespace Dialog.Matching.Tests.Repair;

/// <summary>Messages to Persian shops as people type them; the shops' examples are in written Persian.</summary>
[TestFixture("")]
[TestFixture("clothes-")]
public sealed class PersianRepairTests(string shop)
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Repair");
    private readonly string[][] _shop = Rows(shop + "shop.tsv");
    private readonly string[][] _messages = Rows(shop + "messages.tsv");
    private IntentModel _model = null!;

    [OneTimeSetUp]
    public void Train() => _model = IntentTrainer.Train(new TrainingSet(
        [.. _shop.GroupBy(row => row[0]).Select(intent => new TrainingIntent(intent.Key, [.. intent.Select(row => row[1])]))]));

    [TestCase("colloquial")]
    [TestCase("misspelt")]
    [TestCase("finglish")]
    [TestCase("layout")]
    public void At_least_85_of_100_find_their_intent(string kind)
    {
        var asked = _messages.Where(row => row[0] == kind).ToArray();
        var wrong = asked.Where(row => _model.Match(row[2]).Best.Id != row[1]).ToArray();
        foreach (var row in wrong)
            TestContext.Out.WriteLine($"{row[2]} → {_model.Match(row[2]).Best.Id}, not {row[1]}; {string.Join(" | ", _model.Explain(row[2]).Steps.Select(step => $"{step.Name}: {step.After}"))}");
        Assert.That(asked, Has.Length.GreaterThanOrEqualTo(100));
        Assert.That(1 - ((double)wrong.Length / asked.Length), Is.GreaterThanOrEqualTo(0.85));
    }

    [Test]
    public void The_shop_has_thirty_intents_or_more_and_no_message_is_an_example()
    {
        // Normalised is what every text is; the repairs that follow are what is measured here.
        var scratch = new TextScratch();
        var normalised = TextPipeline.Partial(Vocabulary.Empty, 1);
        var examples = _shop.Select(row => normalised.Run(row[1], scratch).Join()).ToHashSet();
        Assert.That(_shop.Select(row => row[0]).Distinct().Count(), Is.GreaterThanOrEqualTo(30));
        Assert.That(_messages.Where(row => examples.Contains(normalised.Run(row[2], scratch).Join())).Select(row => row[2]), Is.Empty);
    }

    private static string[][] Rows(string name) =>
        [.. File.ReadLines(Path.Combine(Folder, name)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
}
