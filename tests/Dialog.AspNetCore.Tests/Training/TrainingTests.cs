using System.Collections.Concurrent;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.AspNetCore.Training;
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
    public async Task ABotWhoseModelHadToMakeRoomAnswersAllTheSame()
    {
        await using var host = await DialogHost.StartAsync(modelMemory: 1);
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync(Hours);

        var tried = (await owner.PostAsync($"api/bots/{bot.Id}/try", new { text = "when do you open?" })).Json;

        Assert.That(tried.GetProperty("answer").GetString(), Is.EqualTo("We open at nine."));
    }
}
