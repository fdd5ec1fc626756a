using System.Text.Json;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Realtime;

/// <summary>"Which of these do you mean?" and "not my answer", over the hubs.</summary>
[TestFixture]
public sealed class ChoiceTests
{
    private DialogHost _host = null!;
    private Person _owner = null!;
    private BotOfTest _bot = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await DialogHost.StartAsync();
        _owner = await Person.SignedUpAsync(_host, "owner@example.com");
        _bot = await _owner.AddTornBotAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task AnUnclearMessageIsAskedBackAndTheChoiceAnswered()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        var asked = await AskedAsync(visitor);
        var choices = asked.GetProperty("choices").EnumerateArray().ToList();

        await visitor.CallAsync("Choose", new { id = "c1", sequence = Sequence(asked), choice = Id(choices, "order") });

        var events = await visitor.PushedAsync("events", _ => true);
        Assert.Multiple(() =>
        {
            Assert.That(choices, Has.Count.EqualTo(2));
            Assert.That(asked.TryGetProperty("canReject", out _), Is.False);
            Assert.That(Texts(events), Is.EqualTo(new[] { "How do I cancel my order?", "Open the order and press the button." }));
            Assert.That(events[0].GetProperty("id").GetString(), Is.EqualTo("c1"));
            Assert.That(events[1].GetProperty("canReject").GetBoolean(), Is.True);
        });
    }

    [Test]
    public async Task NoneOfTheseHandsOff()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        var asked = await AskedAsync(visitor);

        await visitor.CallAsync("Choose", new { id = "c1", sequence = Sequence(asked), choice = (string?)null });

        var events = await visitor.PushedAsync("events", _ => true);
        Assert.That(Kinds(events), Is.EqualTo(new[] { "message:visitor", "message:bot", "handoff:bot" }));
    }

    [Test]
    public async Task WhoWritesOnAndRemainsUnclearIsHandedOffInsteadOfAskedAgain()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await AskedAsync(visitor);

        await visitor.CallAsync("Send", new { id = "m2", text = TornBot.Message });

        await visitor.PushedAsync("events", events => events.GetRawText().Contains("handoff", StringComparison.Ordinal));
    }

    [Test]
    public async Task ASecondPressChangesNothing()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        var asked = await AskedAsync(visitor);
        var choices = asked.GetProperty("choices").EnumerateArray().ToList();
        var press = new { id = "c1", sequence = Sequence(asked), choice = Id(choices, "order") };
        var first = await visitor.CallAsync("Choose", press);

        var repeated = await visitor.CallAsync("Choose", press);
        var another = await visitor.CallAsync("Choose", new { id = "c2", sequence = Sequence(asked), choice = Id(choices, "visit") });

        Assert.Multiple(() =>
        {
            Assert.That(Value(repeated, "sequence"), Is.EqualTo(Value(first, "sequence")));
            Assert.That(Value(another, "sequence"), Is.EqualTo(4), "the end of the conversation, which has not grown");
        });
        var page = await visitor.CallAsync("After", new { after = 0 });
        Assert.That(Value(page, "last"), Is.EqualTo(4));
    }

    [Test]
    public async Task ARefusedAnswerGoesToAPersonOnce()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await visitor.CallAsync("Send", new { id = "m1", text = "when do you open?" });
        var answer = (await visitor.PushedAsync("events", _ => true))[1];

        await visitor.CallAsync("Reject", new { id = "r1", sequence = Sequence(answer) });
        var events = await visitor.PushedAsync("events", _ => true);
        var again = await visitor.CallAsync("Reject", new { id = "r2", sequence = Sequence(answer) });

        Assert.Multiple(() =>
        {
            Assert.That(Kinds(events), Is.EqualTo(new[] { "message:visitor", "message:bot", "handoff:bot" }));
            Assert.That(Value(again, "sequence"), Is.EqualTo(5));
        });
    }

    [Test]
    public async Task TheDeskSeesWhatWasOfferedWhatWasChosenAndWhatWasRefused()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        var asked = await AskedAsync(visitor);
        var order = Id([.. asked.GetProperty("choices").EnumerateArray()], "order");
        await visitor.CallAsync("Choose", new { id = "c1", sequence = Sequence(asked), choice = order });
        await visitor.CallAsync("Reject", new { id = "r1", sequence = 4 });
        await using var desk = await HubClient.ConnectAsync(_host, "hubs/desk", _owner);
        await desk.CallAsync("Join", new { bot = _bot.Id });

        var read = (await desk.CallAsync("Read", new { conversation = visitor.Conversation, after = 0 })).GetProperty("value").GetProperty("events");

        Assert.Multiple(() =>
        {
            Assert.That(read[0].GetProperty("match").GetProperty("outcome").GetString(), Is.EqualTo("unsure"));
            Assert.That(read[0].GetProperty("match").GetProperty("runnerUp").GetProperty("intentId").GetString(), Is.Not.Empty);
            Assert.That(read[1].GetProperty("choices").GetArrayLength(), Is.EqualTo(2));
            Assert.That(read[2].GetProperty("chose").GetString(), Is.EqualTo(order));
            Assert.That(read[4].GetProperty("rejects").GetInt64(), Is.EqualTo(4));
            Assert.That(read[4].TryGetProperty("match", out _), Is.False, "a press says nothing of its own");
        });
    }

    [Test]
    public async Task PressesCountAgainstTheVisitorsPace()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);

        var last = default(JsonElement);
        for (var i = 0; i <= Limits.VisitorBurst + 1; i++)
            last = await visitor.CallAsync(i % 2 == 0 ? "Choose" : "Reject", new { id = $"c{i}", sequence = 1 });

        Assert.That(last.GetProperty("problem").GetProperty("type").GetString(), Is.EqualTo("dialog:too-fast"));
    }

    private static async Task<JsonElement> AskedAsync(HubClient visitor)
    {
        await visitor.CallAsync("Send", new { id = "m1", text = TornBot.Message });
        var events = await visitor.PushedAsync("events", events => events[0].TryGetProperty("choices", out _));
        return events[0];
    }

    private static long Sequence(JsonElement happened) => happened.GetProperty("sequence").GetInt64();

    private static long Value(JsonElement reply, string name) => reply.GetProperty("value").GetProperty(name).GetInt64();

    private static string Id(IReadOnlyList<JsonElement> choices, string word) =>
        choices.Single(choice => choice.GetProperty("title").GetString()!.Contains(word, StringComparison.Ordinal)).GetProperty("id").GetString()!;

    private static IEnumerable<string?> Texts(JsonElement events) => events.EnumerateArray().Select(e => e.GetProperty("text").GetString());

    private static IEnumerable<string> Kinds(JsonElement events) =>
        events.EnumerateArray().Select(e => $"{e.GetProperty("kind").GetString()}:{e.GetProperty("from").GetString()}");
}
