using System.Collections.Concurrent;
using System.Net.Http.Json;
using Dapper;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.AspNetCore.Training;
using Dialog.Storage;
using Dialog.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Tests.Training;

[TestFixture]
public sealed class TrainingTests
{
    private const string Hours = "When do you open?\nwhat are your hours\nWe open at nine.";

    [Test]
    public async Task AChangeIsLiveWithoutPressingAnything()
    {
        await using var host = await DialogHost.StartAsync();
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync(Hours);

        await owner.PostAsync($"api/bots/{bot.Id}/intents", new { answer = "Yes, to most of Europe.", examples = new[] { "do you ship abroad", "deliver to another country" } });
        var training = await owner.TrainedAsync(bot);

        var tried = (await owner.PostAsync($"api/bots/{bot.Id}/try", new { text = "do you ship abroad?" })).Json;
        Assert.Multiple(() =>
        {
            Assert.That(training.GetProperty("version").GetInt32(), Is.EqualTo(2));
            Assert.That(tried.GetProperty("answer").GetString(), Is.EqualTo("Yes, to most of Europe."));
        });
    }

    [Test]
    public async Task AChangeAnswersBeforeItsConfidenceIsFitted()
    {
        await using var host = await DialogHost.StartAsync();
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync(Hours);
        var versions = new ConcurrentQueue<(TrainingState State, int Version, bool Answers)>();
        var training = host.Services.GetRequiredService<TrainingService>();
        var live = host.Services.GetRequiredService<LiveModels>();
        training.Changed += (_, view) => versions.Enqueue(
            (view.State, view.Version, live.GetAsync(bot.Id).AsTask().GetAwaiter().GetResult()!.Read("do you ship abroad?", 0.1).Answer == "Yes."));

        await owner.PostAsync($"api/bots/{bot.Id}/intents", new { answer = "Yes.", examples = new[] { "do you ship abroad", "deliver to another country" } });
        await owner.TrainedAsync(bot);

        Assert.That(versions, Has.Some.EqualTo((TrainingState.Training, 1, true)), "It answers while the version before is still the newest one.");
        Assert.That(versions.Where(seen => seen.State == TrainingState.Live).Select(seen => seen.Version), Is.All.EqualTo(2), "A change is one version.");
    }

    [Test]
    public async Task AnEmptiedBotAnswersNothing()
    {
        await using var host = await DialogHost.StartAsync();
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync(Hours);
        var intent = (await owner.GetAsync($"api/bots/{bot.Id}/intents")).Json[0].GetProperty("id").GetString();

        await owner.SendAsync(HttpMethod.Delete, $"api/bots/{bot.Id}/intents/{intent}");
        var training = await owner.TrainedAsync(bot);

        var tried = (await owner.PostAsync($"api/bots/{bot.Id}/try", new { text = "when do you open" })).Json;
        Assert.Multiple(() =>
        {
            Assert.That(training.GetProperty("state").GetString(), Is.EqualTo("empty"));
            Assert.That(tried.GetProperty("outcome").GetString(), Is.EqualTo("handoff"));
        });
    }

    [Test]
    public async Task ADamagedModelIsPassedOverForTheOneBefore()
    {
        using var folder = new TemporaryFolder();
        BotOfTest bot;
        await using (var host = await DialogHost.StartAsync(folder: folder.Path))
        {
            using var owner = await Person.SignedUpAsync(host, "owner@example.com");
            bot = await owner.AddBotAsync(Hours);
            await owner.PostAsync($"api/bots/{bot.Id}/intents", new { answer = "Yes.", examples = new[] { "do you ship abroad" } });
            await owner.TrainedAsync(bot);
            await host.Services.GetRequiredService<Database>().WriteAsync(
                c => c.ExecuteAsync("UPDATE models SET bytes = @cut WHERE version = 2", new { cut = new byte[100] }));
        }

        await using var again = await DialogHost.StartAsync(folder: folder.Path);
        await using var visitor = await HubClient.VisitorAsync(again, bot);
        await visitor.CallAsync("Send", new { id = "m1", text = "when do you open?" });

        var events = await visitor.PushedAsync("events", _ => true);
        Assert.That(events.EnumerateArray().Last().GetProperty("text").GetString(), Is.EqualTo("We open at nine."));
    }

    [Test]
    public async Task AfterAnUpdateThatChangedTheModelsFormatTheFirstMessageIsAnswered()
    {
        using var folder = new TemporaryFolder();
        BotOfTest bot;
        await using (var host = await DialogHost.StartAsync(folder: folder.Path))
        {
            using var owner = await Person.SignedUpAsync(host, "owner@example.com");
            bot = await owner.AddBotAsync(Hours);
            await host.Services.GetRequiredService<Database>().WriteAsync(
                c => c.ExecuteAsync("UPDATE models SET format = 1, bytes = @old", new { old = new byte[100] }));
        }

        await using var again = await DialogHost.StartAsync(folder: folder.Path);
        await using var visitor = await HubClient.VisitorAsync(again, bot);
        await visitor.CallAsync("Send", new { id = "m1", text = "when do you open?" });

        var events = await visitor.PushedAsync("events", _ => true);
        Assert.That(events.EnumerateArray().Last().GetProperty("text").GetString(), Is.EqualTo("We open at nine."));
    }

    [Test]
    public async Task AStartDoesNotWaitForEverAndTheOtherBotsAreTrainedMeanwhile()
    {
        using var folder = new TemporaryFolder();
        BotOfTest bot;
        await using (var host = await DialogHost.StartAsync(folder: folder.Path))
        {
            using var first = await Person.SignedUpAsync(host, "owner@example.com");
            bot = await first.AddBotAsync(Hours);
            await host.Services.GetRequiredService<Database>().WriteAsync(c => c.ExecuteAsync("UPDATE models SET format = 1"));
        }

        await using var again = await DialogHost.StartAsync(folder: folder.Path, clock: new LeapingClock());
        using var owner = new Person(again);
        await owner.GetAsync("api/session");
        await owner.PostAsync("api/session", new { email = "owner@example.com", password = Person.Password });
        await owner.GetAsync("api/session");

        Assert.That((await owner.TrainedAsync(bot)).GetProperty("version").GetInt32(), Is.EqualTo(2));
    }

    /// <summary>Every look at it is later than a start waits.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _now, Limits.CatchUp.Ticks);
    }

    [Test]
    public async Task ABotNoneOfWhoseModelsCanBeReadIsTrainedAnew()
    {
        using var folder = new TemporaryFolder();
        BotOfTest bot;
        await using (var host = await DialogHost.StartAsync(folder: folder.Path))
        {
            using var first = await Person.SignedUpAsync(host, "owner@example.com");
            bot = await first.AddBotAsync(Hours);
            await host.Services.GetRequiredService<Database>().WriteAsync(
                c => c.ExecuteAsync("UPDATE models SET bytes = @other", new { other = new byte[100] }));
        }

        await using var again = await DialogHost.StartAsync(folder: folder.Path);
        using var owner = new Person(again);
        await owner.GetAsync("api/session");
        await owner.PostAsync("api/session", new { email = "owner@example.com", password = Person.Password });
        await owner.GetAsync("api/session");
        var before = (await owner.PostAsync($"api/bots/{bot.Id}/try", new { text = "when do you open?" })).Json;
        var training = await owner.TrainedAsync(bot);
        var after = (await owner.PostAsync($"api/bots/{bot.Id}/try", new { text = "when do you open?" })).Json;

        Assert.Multiple(() =>
        {
            Assert.That(before.GetProperty("outcome").GetString(), Is.EqualTo("handoff"));
            Assert.That(training.GetProperty("version").GetInt32(), Is.EqualTo(2));
            Assert.That(after.GetProperty("answer").GetString(), Is.EqualTo("We open at nine."));
        });
    }

    [Test]
    public async Task ABotWhoseModelHadToMakeRoomAnswersAllTheSame()
    {
        await using var host = await DialogHost.StartAsync(modelMemory: 1);
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync(Hours);

        var tried = (await owner.PostAsync($"api/bots/{bot.Id}/try", new { text = "when do you open?" })).Json;

        Assert.That(tried.GetProperty("answer").GetString(), Is.EqualTo("We open at nine."));
    }

    [Test]
    public async Task KnowledgeThatWasNotTrainedBeforeAStopIsTrainedAtTheNextStart()
    {
        using var folder = new TemporaryFolder();
        BotOfTest bot;
        await using (var host = await DialogHost.StartAsync(folder: folder.Path))
        {
            using var owner = await Person.SignedUpAsync(host, "owner@example.com");
            bot = await owner.AddBotAsync(Hours);
            await host.Services.GetRequiredService<Database>().WriteAsync(c => c.ExecuteAsync("DELETE FROM models"));
        }

        await using var again = await DialogHost.StartAsync(folder: folder.Path);
        await using var visitor = await HubClient.VisitorAsync(again, bot);
        await visitor.CallAsync("Send", new { id = "m1", text = "when do you open?" });

        var events = await visitor.PushedAsync("events", _ => true);
        Assert.That(events.EnumerateArray().Last().GetProperty("from").GetString(), Is.EqualTo("bot"));
    }
}
