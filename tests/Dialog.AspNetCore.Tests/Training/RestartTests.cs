using Dapper;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.Storage;
using Dialog.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Tests.Training;

/// <summary>What a start makes of the models that the server before left.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RestartTests : IDisposable
{
    private const string Question = "when do you open?";
    private const string Answer = "We open at nine.";
    private static readonly byte[] Unreadable = new byte[100];

    private readonly TemporaryFolder _folder = new();
    private BotOfTest _bot = null!;

    [SetUp]
    public async Task TrainABot()
    {
        await using var host = await DialogHost.StartAsync(folder: _folder.Path);
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        _bot = await owner.AddBotAsync($"When do you open?\nwhat are your hours\n{Answer}");
    }

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task ADamagedModelIsPassedOverForTheOneBefore()
    {
        await using (var host = await DialogHost.StartAsync(folder: _folder.Path))
        {
            using var owner = await SignInAsync(host);
            await owner.PostAsync($"api/bots/{_bot.Id}/intents", new { answer = "Yes.", examples = new[] { "do you ship abroad" } });
            await owner.TrainedAsync(_bot);
        }

        await ChangeModelsAsync("UPDATE models SET bytes = @Unreadable WHERE version = 2");

        await using var again = await DialogHost.StartAsync(folder: _folder.Path);
        Assert.That(await AskAsync(again), Is.EqualTo(("bot", Answer)));
    }

    [TestCase("UPDATE models SET format = 1, bytes = @Unreadable", TestName = "AfterAnUpdateThatChangedTheModelsFormatTheFirstMessageIsAnswered")]
    [TestCase("DELETE FROM models", TestName = "KnowledgeThatWasNotTrainedBeforeAStopIsTrainedAtTheNextStart")]
    public async Task ABotWithoutAModelIsTrainedBeforeAnyoneIsServed(string change)
    {
        await ChangeModelsAsync(change);

        await using var again = await DialogHost.StartAsync(folder: _folder.Path);
        Assert.That(await AskAsync(again), Is.EqualTo(("bot", Answer)));
    }

    [Test]
    public async Task AStartDoesNotWaitForEverAndTheOtherBotsAreTrainedMeanwhile()
    {
        await ChangeModelsAsync("UPDATE models SET format = 1");

        await using var again = await DialogHost.StartAsync(folder: _folder.Path, clock: new LeapingClock());
        using var owner = await SignInAsync(again);
        Assert.That((await owner.TrainedAsync(_bot)).GetProperty("version").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task ABotNoneOfWhoseModelsCanBeReadIsTrainedAnew()
    {
        await ChangeModelsAsync("UPDATE models SET bytes = @Unreadable");

        await using var again = await DialogHost.StartAsync(folder: _folder.Path);
        using var owner = await SignInAsync(again);
        var before = (await owner.PostAsync($"api/bots/{_bot.Id}/try", new { text = Question })).Json;
        var training = await owner.TrainedAsync(_bot);
        var after = (await owner.PostAsync($"api/bots/{_bot.Id}/try", new { text = Question })).Json;

        Assert.Multiple(() =>
        {
            Assert.That(before.GetProperty("outcome").GetString(), Is.EqualTo("handoff"));
            Assert.That(training.GetProperty("version").GetInt32(), Is.EqualTo(2));
            Assert.That(after.GetProperty("answer").GetString(), Is.EqualTo(Answer));
        });
    }

    private async Task ChangeModelsAsync(string sql)
    {
        await using var host = await DialogHost.StartAsync(folder: _folder.Path);
        await host.Services.GetRequiredService<Database>().WriteAsync(c => c.ExecuteAsync(sql, new { Unreadable }));
    }

    private static async Task<Person> SignInAsync(DialogHost host)
    {
        var owner = new Person(host);
        await owner.GetAsync("api/session");
        await owner.PostAsync("api/session", new { email = "owner@example.com", password = Person.Password });
        await owner.GetAsync("api/session");
        return owner;
    }

    /// <summary>Who answers a visitor's first message, and what.</summary>
    private async Task<(string? From, string? Text)> AskAsync(DialogHost host)
    {
        await using var visitor = await HubClient.VisitorAsync(host, _bot);
        await visitor.CallAsync("Send", new { id = "m1", text = Question });
        var last = (await visitor.PushedAsync("events", _ => true)).EnumerateArray().Last();
        return (last.GetProperty("from").GetString(), last.GetProperty("text").GetString());
    }

    /// <summary>Every look at it is later than a start waits.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _now, Limits.CatchUp.Ticks);
    }
}
