using System.Text.Json;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>People and the bot, agents and people, over a messenger.</summary>
[TestFixture]
public sealed class ConversingTests
{
    private Shop _shop = null!;
    private ChatPerson _sara = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.OpenAsync();
        _sara = new ChatPerson(_shop.Api, 7, "سارا", "sara");
    }

    [TearDown]
    public ValueTask Close() => _shop.DisposeAsync();

    [Test]
    public async Task AQuestionIsAnsweredInTheChat()
    {
        _sara.Say("when do you open");

        var heard = await _sara.HeardAsync(1);

        Assert.That(heard[0].Text, Is.EqualTo("We open at nine."));
    }

    [Test]
    public async Task StartGreetsAndThePersonCommandAsksForAPerson()
    {
        await using var desk = await _shop.DeskAsync();
        _sara.Say("/start");
        var greeting = (await _sara.HeardAsync(1))[0];
        _sara.Say("/person");

        var passedOn = (await _sara.HeardAsync(2))[1];
        var waiting = await desk.PushedAsync("conversation", item => item.GetProperty("state").GetString() == "waiting");

        Assert.Multiple(() =>
        {
            Assert.That(greeting.Text, Is.EqualTo("Hello! How can I help you?"));
            Assert.That(passedOn.Text, Does.StartWith("Of course."));
            Assert.That(waiting.GetProperty("channel").GetString(), Is.EqualTo("telegram"));
            Assert.That(waiting.GetProperty("person").GetRawText(), Does.Contain("sara"));
            Assert.That(waiting.GetProperty("visitor").GetProperty("name").GetString(), Is.EqualTo("سارا"));
        });
    }

    [Test]
    public async Task AnAgentsAnswerReachesTheChatAndTheChatHearsWhoIsThere()
    {
        await using var desk = await _shop.DeskAsync();
        _sara.Say("/person");
        var conversation = await TakeAsync(desk);

        await desk.CallAsync("Answer", new { conversation, id = "a1", text = "I am here.\nWhat is it?" });

        var heard = await _sara.HeardAsync(3);
        Assert.That(heard.Skip(1).Select(sent => sent.Text), Is.EqualTo(new[] { "owner is with you now.", "I am here.\nWhat is it?" }));
    }

    [Test]
    public async Task ALongAnswerComesInPiecesInOrder()
    {
        await using var desk = await _shop.DeskAsync();
        _sara.Say("/person");
        var conversation = await TakeAsync(desk);
        var text = string.Join("\n\n", Enumerable.Range(0, 40).Select(i => $"{i} " + new string('x', 98)));
        await desk.CallAsync("Answer", new { conversation, id = "a1", text });

        var long4096 = new string('y', Limits.MessageLength);
        await desk.CallAsync("Answer", new { conversation, id = "a2", text = long4096 });

        var heard = await _sara.HeardAsync(sent => sent.Text.StartsWith('y'));
        Assert.That(heard.Text, Is.EqualTo(long4096));
    }

    [Test]
    public async Task AChangedMessageIsReadAnewAndTheDeskSeesBoth()
    {
        await using var desk = await _shop.DeskAsync();
        var message = _sara.Say("when do you open");
        var conversation = (await desk.PushedAsync("conversation", item => item.GetProperty("preview").GetString() != "")).GetProperty("id").GetString()!;

        _sara.Edit(message, "do you ship abroad");

        await _sara.HeardAsync(sent => sent.Text == "Yes, to most of Europe.");
        var events = (await Shop.ReadAsync(desk, conversation)).GetProperty("events");
        var edited = events.EnumerateArray().Single(happened => happened.GetProperty("kind").GetString() == "edited");
        Assert.Multiple(() =>
        {
            Assert.That(edited.GetProperty("edits").GetInt64(), Is.EqualTo(1));
            Assert.That(edited.GetProperty("text").GetString(), Is.EqualTo("do you ship abroad"));
            Assert.That(events[0].GetProperty("text").GetString(), Is.EqualTo("when do you open"));
        });
    }

    [Test]
    public async Task AStickerIsNotedAndHonestlyAnswered()
    {
        await using var desk = await _shop.DeskAsync();
        _sara.SendSticker("🦜");

        var heard = (await _sara.HeardAsync(1))[0];
        var item = await desk.PushedAsync("conversation", _ => true);

        Assert.Multiple(() =>
        {
            Assert.That(heard.Text, Does.StartWith("I can only read words."));
            Assert.That(item.GetProperty("preview").GetString(), Is.EqualTo("[sticker] 🦜"));
        });
    }

    [Test]
    public async Task AnswersStandInTheOrderOfTheQuestions()
    {
        for (var i = 0; i < 6; i++)
            _sara.Say(i % 2 == 0 ? "when do you open" : "do you ship abroad");

        var heard = await _sara.HeardAsync(6);

        Assert.That(heard.Select(sent => sent.Text[0]), Is.EqualTo("WYWYWY"));
    }

    [Test]
    public async Task TheChatSeesThatAnAgentWrites()
    {
        await using var desk = await _shop.DeskAsync();
        _sara.Say("/person");
        var conversation = await TakeAsync(desk);
        await _sara.HeardAsync(2);

        await desk.CallAsync("Typing", new { conversation });

        await _shop.Api.UntilAsync(() => _shop.Api.CallsOf("sendChatAction").Any(call => call.Chat == _sara.Id));
    }

    [Test]
    public async Task InGroupsTheBotIsSilent()
    {
        var update = BotApi.TextUpdate(5000, "when do you open", chat: -100);
        update["message"]!["chat"]!["type"] = "supergroup";
        _shop.Api.Post(update);
        _sara.Say("when do you open");

        await _sara.HeardAsync(1);

        Assert.That(_shop.Api.Taken, Has.Count.EqualTo(1));
    }

    private async Task<string> TakeAsync(HubClient desk)
    {
        var waiting = await desk.PushedAsync("conversation", item => item.GetProperty("state").GetString() == "waiting");
        var conversation = waiting.GetProperty("id").GetString()!;
        await desk.CallAsync("Take", new { conversation });
        return conversation;
    }
}
