using System.Net;
using System.Text.Json;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Feedback;

/// <summary>What visitors tell by their presses, and what an owner makes of it.</summary>
[TestFixture]
public sealed class FeedbackTests
{
    private DialogHost _host = null!;
    private Person _owner = null!;
    private BotOfTest _bot = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await DialogHost.StartAsync();
        _owner = await Person.SignedUpAsync(_host, "owner@example.com");
        _bot = await _owner.AddTornBotAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task ARefusedAnswerIsFeedbackWithTheWordsAndTheIntent()
    {
        await RefuseAsync("when do you open then?");

        var given = (await FeedbackAsync()).Single();

        Assert.Multiple(() =>
        {
            Assert.That(given.GetProperty("kind").GetString(), Is.EqualTo("rejected"));
            Assert.That(given.GetProperty("text").GetString(), Is.EqualTo("when do you open then?"));
            Assert.That(given.GetProperty("intent").GetProperty("answer").GetString(), Is.EqualTo("We open at nine."));
            Assert.That(given.GetProperty("times").GetInt32(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task ConfirmedAsNotForUsTheWordsBecomeANegativeAndTheBotIsTrainedAnew()
    {
        await RefuseAsync("when do you open then?");
        var version = await VersionAsync();

        var answer = await ActAsync("negative");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NoContent), answer.Text);
        Assert.That(await NegativesAsync(), Is.EqualTo(new[] { "when do you open then?" }));
        Assert.That(await FeedbackAsync(), Is.Empty);
        Assert.That(await VersionAsync(), Is.GreaterThan(version));
    }

    [Test]
    public async Task AChoiceIsOfferedAndBecomesAnExampleOnlyWhenTheOwnerSaysSo()
    {
        var chosen = await ChooseAsync();
        var before = await ExamplesAsync(chosen);
        var given = (await FeedbackAsync()).Single();

        var answer = await ActAsync("example", new { intent = chosen });

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NoContent), answer.Text);
        var after = await ExamplesAsync(chosen);
        Assert.Multiple(() =>
        {
            Assert.That((given.GetProperty("kind").GetString(), given.GetProperty("text").GetString()), Is.EqualTo(("chosen", TornBot.Message)));
            Assert.That(before, Does.Not.Contain(TornBot.Message));
            Assert.That(after, Is.EqualTo(before.Append(TornBot.Message)));
        });
        Assert.That(await FeedbackAsync(), Is.Empty);
    }

    [Test]
    public async Task DismissedItIsGoneAndNothingWasLearnt()
    {
        await RefuseAsync("when do you open then?");

        await ActAsync("dismiss");

        Assert.That(await FeedbackAsync(), Is.Empty);
        Assert.That(await NegativesAsync(), Is.Empty);
    }

    [Test]
    public async Task TheSameWordsOfSeveralVisitorsAreOneItemAndAreSettledTogether()
    {
        await RefuseAsync("when do you open then?");
        await RefuseAsync("When do you open then");
        var before = await FeedbackAsync();

        await ActAsync("dismiss");

        Assert.That(before.Single().GetProperty("times").GetInt32(), Is.EqualTo(2));
        Assert.That(await FeedbackAsync(), Is.Empty);
    }

    [Test]
    public async Task WordsThatAreAnExampleCannotBeNotForUs()
    {
        await RefuseAsync("When do you open?");

        var refused = await ActAsync("negative");

        Assert.That((refused.Status, refused.Problem), Is.EqualTo((HttpStatusCode.Conflict, "dialog:negative-is-example")));
        Assert.That(await FeedbackAsync(), Has.Count.EqualTo(1), "it stays until something is made of it");
    }

    [Test]
    public async Task AnIntentThatIsNotThereCannotBeTaught()
    {
        await RefuseAsync("when do you open then?");

        var refused = await ActAsync("example", new { intent = "nothing" });

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task NoneOfTheseIsFeedbackWithoutAnIntent()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        var (sequence, _) = await AskedAsync(visitor);
        await visitor.CallAsync("Choose", new { id = "c1", sequence, choice = (string?)null });

        var given = (await FeedbackAsync()).Single();

        Assert.That((given.GetProperty("kind").GetString(), given.GetProperty("intent").ValueKind), Is.EqualTo(("none", JsonValueKind.Null)));
    }

    private async Task RefuseAsync(string text)
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await visitor.CallAsync("Send", new { id = "m1", text });
        var answered = await visitor.PushedAsync("events", events => events.EnumerateArray().Last().TryGetProperty("canReject", out _));
        await visitor.CallAsync("Reject", new { id = "r1", sequence = answered.EnumerateArray().Last().GetProperty("sequence").GetInt64() });
    }

    private async Task<string> ChooseAsync()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        var (sequence, choice) = await AskedAsync(visitor);
        await visitor.CallAsync("Choose", new { id = "c1", sequence, choice });
        return choice;
    }

    private static async Task<(long Sequence, string Choice)> AskedAsync(HubClient visitor)
    {
        await visitor.CallAsync("Send", new { id = "m1", text = TornBot.Message });
        var asked = (await visitor.PushedAsync("events", events => events[0].TryGetProperty("choices", out _)))[0];
        return (asked.GetProperty("sequence").GetInt64(), asked.GetProperty("choices")[0].GetProperty("id").GetString()!);
    }

    private async Task<IReadOnlyList<JsonElement>> FeedbackAsync() =>
        [.. (await _owner.GetAsync($"api/bots/{_bot.Id}/feedback")).Json.EnumerateArray()];

    private async Task<Answer> ActAsync(string act, object? body = null)
    {
        var id = (await FeedbackAsync())[0].GetProperty("id").GetString();
        return await _owner.PostAsync($"api/bots/{_bot.Id}/feedback/{id}/{act}", body ?? new { });
    }

    private async Task<IEnumerable<string?>> NegativesAsync() =>
        (await _owner.GetAsync($"api/bots/{_bot.Id}/negatives")).Json.EnumerateArray().Select(one => one.GetProperty("text").GetString());

    private async Task<List<string?>> ExamplesAsync(string intent) =>
    [
        .. (await _owner.GetAsync($"api/bots/{_bot.Id}/intents")).Json.EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() == intent)
            .GetProperty("examples").EnumerateArray().Select(example => example.GetString()),
    ];

    private async Task<int> VersionAsync() => (await _owner.TrainedAsync(_bot)).GetProperty("version").GetInt32();
}
