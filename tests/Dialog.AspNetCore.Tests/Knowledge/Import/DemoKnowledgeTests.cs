using System.Text.Json;
using Dialog.AspNetCore.Knowledge.Import;

namespace Dialog.AspNetCore.Tests.Knowledge.Import;

/// <summary>The demo knowledge keeps to what models/demo/README.md promises.</summary>
[TestFixture("shop-fa.json", "demo-fa", "fa")]
[TestFixture("shop-en.json", "demo-en", "en")]
public sealed class DemoKnowledgeTests(string file, string key, string language)
{
    private sealed record Demo(string Key, string Language, string Name, string Greeting, Intent[] Intents);

    private sealed record Intent(string Title, string Answer, string[] Examples);

    private readonly Demo _demo = Load(file);

    [Test]
    public void ItNamesItself()
    {
        Assert.That((_demo.Key, _demo.Language), Is.EqualTo((key, language)));
        Assert.That(_demo.Name, Is.Not.Empty);
        Assert.That(_demo.Greeting, Is.Not.Empty);
    }

    [Test]
    public void ItHasEnoughIntentsWithEnoughExamples()
    {
        Assert.That(_demo.Intents, Has.Length.AtLeast(28));
        Assert.That(_demo.Intents.Select(intent => intent.Examples.Length), Is.All.AtLeast(15));
    }

    [Test]
    public void EachTitleAnswerAndExampleStandsOnce()
    {
        Assert.That(_demo.Intents.Select(intent => ExampleKey.Of(intent.Title)), Is.Unique);
        Assert.That(_demo.Intents.Select(intent => ExampleKey.OfAnswer(intent.Answer)), Is.Unique);
        Assert.That(_demo.Intents.SelectMany(intent => intent.Examples).Select(ExampleKey.Of), Is.Unique);
    }

    [Test]
    public void ItIsImportedWithoutARefusal()
    {
        var pairs = _demo.Intents.Select((intent, i) => new PairDraft(i + 1, intent.Title, intent.Examples, intent.Answer));
        var plan = KnowledgeMerge.Plan(PairAssembly.Assemble(pairs), []);

        Assert.That(plan.Count(PairState.New), Is.EqualTo(_demo.Intents.Length));
        Assert.That(plan.Count(PairState.Refused), Is.Zero);
    }

    private static Demo Load(string name)
    {
        var json = File.ReadAllText(Path.Combine(Shipped.Folder("demo"), name));
        return JsonSerializer.Deserialize<Demo>(json, JsonSerializerOptions.Web)!;
    }
}
