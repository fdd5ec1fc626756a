using System.Net;
using System.Net.Http.Json;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Knowledge;

[TestFixture]
public sealed class KnowledgeTests
{
    private DialogHost _host = null!;
    private Person _owner = null!;
    private BotOfTest _bot = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await DialogHost.StartAsync();
        _owner = await Person.SignedUpAsync(_host, "owner@example.com");
    }

    [SetUp]
    public async Task MakeBot() => _bot = await _owner.AddBotAsync("When do you open?\nWe open at nine.");

    [OneTimeTearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task APreviewChangesNothing()
    {
        var preview = await _owner.PasteAsync($"api/bots/{_bot.Id}/import/preview", "Do you ship?\nYes.\n\nno answer here");

        var counts = preview.Json.GetProperty("counts");
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(counts.GetProperty("new").GetInt32(), Is.EqualTo(1));
            Assert.That(counts.GetProperty("refused").GetInt32(), Is.EqualTo(1));
            Assert.That((await Intents()).GetArrayLength(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task ImportingTheSameTwiceAddsItOnce()
    {
        const string Text = "Do you ship?\nYes.";
        await _owner.PasteAsync($"api/bots/{_bot.Id}/import", Text);

        var again = await _owner.PasteAsync($"api/bots/{_bot.Id}/import", Text);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(again.Json.GetProperty("counts").GetProperty("unchanged").GetInt32(), Is.EqualTo(1));
            Assert.That((await Intents()).GetArrayLength(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task AnExampleOfOneIntentIsRefusedForAnother()
    {
        var refused = await _owner.PostAsync($"api/bots/{_bot.Id}/intents", new { answer = "Never.", examples = new[] { "when do you OPEN" } });

        Assert.Multiple(() =>
        {
            Assert.That((refused.Status, refused.Problem), Is.EqualTo((HttpStatusCode.Conflict, "dialog:example-taken")));
            Assert.That(refused.Json.GetProperty("title").GetString(), Does.Contain("When do you open?"));
        });
    }

    [Test]
    public async Task TooMuchAtOnceIsToldSo()
    {
        var refused = await _owner.PasteAsync($"api/bots/{_bot.Id}/import", new string('x', 10 * 1024 * 1024));

        Assert.That((refused.Status, refused.Problem), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "dialog:too-large")));
    }

    [TestCase("", new[] { "hi" }, "dialog:missing")]
    [TestCase("yes", new string[0], "dialog:missing")]
    [TestCase("yes", new[] { "  ", "" }, "dialog:missing")]
    public async Task AnIntentNeedsAnAnswerAndAnExample(string answer, string[] examples, string problem)
    {
        var refused = await _owner.PostAsync($"api/bots/{_bot.Id}/intents", new { answer, examples });

        Assert.That(refused.Problem, Is.EqualTo(problem));
    }

    [Test]
    public async Task WhatIsTooLongIsToldItsLimit()
    {
        var refused = await _owner.PostAsync($"api/bots/{_bot.Id}/intents", new { answer = new string('x', 4_001), examples = new[] { "hi" } });

        Assert.Multiple(() =>
        {
            Assert.That(refused.Problem, Is.EqualTo("dialog:too-long"));
            Assert.That(refused.Json.GetProperty("title").GetString(), Does.Contain("4,000"));
        });
    }

    [Test]
    public async Task UnreadableJsonIsToldSo()
    {
        using var broken = new StringContent("{ not json", System.Text.Encoding.UTF8, "application/json");

        var refused = await _owner.SendAsync(HttpMethod.Post, $"api/bots/{_bot.Id}/intents", broken);

        Assert.That((refused.Status, refused.Problem), Is.EqualTo((HttpStatusCode.BadRequest, "dialog:malformed")));
    }

    [Test]
    public async Task AnEditedIntentKeepsItsId()
    {
        var id = (await Intents())[0].GetProperty("id").GetString();

        var edited = await _owner.SendAsync(
            HttpMethod.Put, $"api/bots/{_bot.Id}/intents/{id}", JsonContent.Create(new { title = "Hours", answer = "At ten.", examples = new[] { "hours?", "hours", "open?" } }));

        Assert.Multiple(() =>
        {
            Assert.That(edited.Json.GetProperty("id").GetString(), Is.EqualTo(id));
            Assert.That(edited.Json.GetProperty("examples").GetArrayLength(), Is.EqualTo(2), "the same example twice is one");
        });
    }

    private async Task<System.Text.Json.JsonElement> Intents() => (await _owner.GetAsync($"api/bots/{_bot.Id}/intents")).Json;
}
