using System.Text.Json;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.Tests.Messengers;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>A conversation that began on the website and goes on in a messenger.</summary>
[TestFixture]
public sealed class CarryOverTests
{
    private Shop _shop = null!;
    private HubClient _visitor = null!;
    private ChatPerson _sara = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.OpenAsync();
        _visitor = await HubClient.VisitorAsync(_shop.Host, _shop.Bot);
        _sara = new ChatPerson(_shop.Api, 7, "سارا", "sara");
    }

    [TearDown]
    public async Task Close()
    {
        await _visitor.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task BothSidesShowTheSameConversation()
    {
        await _visitor.CallAsync("Send", new { id = "m1", text = "when do you open" });
        await _visitor.PushedAsync("events", events => Says(events, "We open at nine."));

        await StartAsync();
        await _sara.HeardAsync(sent => sent.Text.StartsWith("This conversation goes on in Telegram", StringComparison.Ordinal));
        _sara.Say("do you ship abroad");
        await _sara.HeardAsync(sent => sent.Text == "Yes, to most of Europe.");
        await _visitor.PushedAsync("events", events => Says(events, "Yes, to most of Europe."));

        Assert.That(_sara.Heard.Select(sent => sent.Text), Does.Not.Contain("We open at nine."), "what was said before stays where it was");
    }

    [Test]
    public async Task AnAgentIsHeardOnBothSidesAndTheBotWhereItWasAsked()
    {
        await StartAsync();
        await _sara.HeardAsync(1);
        await _visitor.CallAsync("Send", new { id = "m1", text = "when do you open" });
        await _visitor.CallAsync("AskForPerson", new { id = "m2" });
        await using var desk = await _shop.DeskAsync();
        await desk.CallAsync("Take", new { conversation = _visitor.Conversation });
        await desk.CallAsync("Answer", new { conversation = _visitor.Conversation, id = "a1", text = "Here I am." });

        await _visitor.PushedAsync("events", events => Says(events, "Here I am."));
        await _sara.HeardAsync(sent => sent.Text == "Here I am.");

        Assert.That(_sara.Heard.Select(sent => sent.Text), Does.Not.Contain("We open at nine."));
    }

    [Test]
    public async Task ALinkWorksOnceAndSaysSoAfterwards()
    {
        var word = await StartAsync();
        await _sara.HeardAsync(1);
        var another = new ChatPerson(_shop.Api, 8);

        another.Say($"/start {word}");

        var heard = (await another.HeardAsync(1))[0];
        Assert.That(heard.Text, Does.StartWith("This link does not work any more."));
    }

    [Test]
    public async Task AVisitorIsOfferedTheBotsOwnMessengersOnly()
    {
        var offered = _visitor.Hello.GetProperty("bot").GetProperty("channels");
        var foreign = await _shop.Owner.AddBotAsync();
        await using var stranger = await HubClient.VisitorAsync(_shop.Host, foreign);

        var link = await stranger.CallAsync("Link", new { channel = offered[0].GetProperty("id").GetString() });

        Assert.Multiple(() =>
        {
            Assert.That(offered[0].GetProperty("provider").GetString(), Is.EqualTo("telegram"));
            Assert.That(stranger.Hello.GetProperty("bot").GetProperty("channels").GetArrayLength(), Is.Zero);
            Assert.That(link.GetRawText(), Does.Contain("dialog:not-found"));
        });
    }

    [Test]
    public async Task AnAccountThatIsOffIsNotOffered()
    {
        await _shop.ChangeAsync(new { isOn = false });

        await using var visitor = await HubClient.VisitorAsync(_shop.Host, _shop.Bot);

        Assert.That(visitor.Hello.GetProperty("bot").GetProperty("channels").GetArrayLength(), Is.Zero);
    }

    private async Task<string> StartAsync()
    {
        var channel = _visitor.Hello.GetProperty("bot").GetProperty("channels")[0].GetProperty("id").GetString();
        var link = (await _visitor.CallAsync("Link", new { channel })).GetProperty("value").GetProperty("url").GetString()!;
        var word = link[(link.IndexOf("?start=", StringComparison.Ordinal) + 7)..];
        _sara.Say($"/start {word}");
        return word;
    }

    private static bool Says(JsonElement events, string text) =>
        events.EnumerateArray().Any(happened => happened.TryGetProperty("text", out var said) && said.GetString() == text);
}
