using Dialog.AspNetCore.Tests.Hosting;
using Dialog.Tests;

namespace Dialog.AspNetCore.Tests.Realtime;

[TestFixture]
public sealed class BurstTests
{
    private const string Knowledge = """
        When do you open?
        what are your hours
        We open at nine.

        Do you ship abroad?
        deliver to another country
        Yes, to most of Europe.
        """;

    [Test]
    public async Task WhatComesInQuickSuccessionIsHandedOffOnce()
    {
        await using var host = await DialogHost.StartAsync();
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync(Knowledge);
        await using var visitor = await HubClient.VisitorAsync(host, bot);

        await visitor.CallAsync("Send", new { id = "m1", text = "my parrot" });
        await visitor.CallAsync("Send", new { id = "m2", text = "ate the invoice" });
        await visitor.CallAsync("Send", new { id = "m3", text = "twice" });
        await visitor.PushedAsync("events", events => events.GetRawText().Contains("handoff", StringComparison.Ordinal));

        var all = (await visitor.CallAsync("After", new { after = 0 })).GetProperty("value").GetProperty("events");
        Assert.That(
            all.EnumerateArray().Select(e => $"{e.GetProperty("kind").GetString()}:{e.GetProperty("from").GetString()}"),
            Is.EqualTo(new[] { "message:visitor", "message:visitor", "message:visitor", "message:bot", "handoff:bot" }));
    }

    [Test]
    public async Task ASureMessageIsAnsweredAtOnceAndEndsTheWait()
    {
        await using var host = await DialogHost.StartAsync(burstWait: TimeSpan.FromMinutes(5));
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync(Knowledge);
        await using var visitor = await HubClient.VisitorAsync(host, bot);
        await visitor.CallAsync("Send", new { id = "m1", text = "good morning dear people" });

        await visitor.CallAsync("Send", new { id = "m2", text = "when do you open?" });

        var answered = await visitor.PushedAsync("events", events => events.GetArrayLength() == 2);
        Assert.That(answered[1].GetProperty("text").GetString(), Is.EqualTo("We open at nine."));
    }

    [Test]
    public async Task TheVisitorSeesThatTheBotIsThinking()
    {
        await using var host = await DialogHost.StartAsync(burstWait: TimeSpan.FromMinutes(5));
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync(Knowledge);
        await using var visitor = await HubClient.VisitorAsync(host, bot);

        await visitor.CallAsync("Send", new { id = "m1", text = "my parrot ate the invoice" });

        var sign = await visitor.PushedAsync("typing", _ => true);
        Assert.That(sign.GetProperty("who").GetString(), Is.EqualTo("bot"));
    }

    [Test]
    public async Task AWaitSurvivesARestart()
    {
        using var folder = new TemporaryFolder();
        BotOfTest bot;
        string token;
        await using (var host = await DialogHost.StartAsync(folder: folder.Path, burstWait: TimeSpan.FromMinutes(5)))
        {
            using var owner = await Person.SignedUpAsync(host, "owner@example.com");
            bot = await owner.AddBotAsync(Knowledge);
            await using var before = await HubClient.VisitorAsync(host, bot);
            await before.CallAsync("Send", new { id = "m1", text = "my parrot ate the invoice" });
            token = before.Hello.GetProperty("token").GetString()!;
        }

        await using var again = await DialogHost.StartAsync(folder: folder.Path);
        await using var visitor = await HubClient.VisitorAsync(again, bot, token);

        if (visitor.Hello.GetProperty("state").GetString() != "waiting")
            await visitor.PushedAsync("events", events => events.GetRawText().Contains("handoff", StringComparison.Ordinal));
        var page = await visitor.CallAsync("After", new { after = 0 });
        Assert.That(page.GetProperty("value").GetProperty("last").GetInt64(), Is.EqualTo(3));
    }
}
