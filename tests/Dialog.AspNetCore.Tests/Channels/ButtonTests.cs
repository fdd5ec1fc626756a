using Dapper;
using Dialog.AspNetCore.Channels;
using Dialog.AspNetCore.Conversations;
using Dialog.Storage.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>Choices and refusals below the bot's messages.</summary>
[TestFixture]
public sealed class ButtonTests
{
    private const string None = "None of these";
    private const string NotMyAnswer = "Not what I asked";

    private Shop _shop = null!;
    private ChatPerson _sara = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.OpenAsync();
        _sara = new ChatPerson(_shop.Api, 7);
    }

    [TearDown]
    public ValueTask Close() => _shop.DisposeAsync();

    [Test]
    public async Task AChoiceIsAnsweredAndItsButtonsGo()
    {
        var asked = await AskedAsync();

        _sara.Press(asked, "Do you ship abroad?");

        await _sara.HeardAsync(sent => sent.Text == "Yes, to most of Europe.");
        await _shop.Api.UntilAsync(() => !_sara.Shown.Single(sent => sent.MessageId == asked.MessageId).Buttons.Any());
        Assert.That(asked.Buttons, Is.EqualTo(new[] { "When do you open?", "Do you ship abroad?", None }));
    }

    [Test]
    public async Task ASecondPressChangesNothingAndStopsSpinningAllTheSame()
    {
        var asked = await AskedAsync();
        _sara.Press(asked, "Do you ship abroad?");
        await _sara.HeardAsync(sent => sent.Text == "Yes, to most of Europe.");

        _sara.Press(asked, "When do you open?");
        _sara.Say("when do you open");

        await _sara.HeardAsync(sent => sent.Text == "We open at nine.");
        await _shop.Api.UntilAsync(() => _shop.Api.CallsOf("answerCallbackQuery").Count() == 2);
        Assert.That(_sara.Heard.Count(sent => sent.Text == "We open at nine."), Is.EqualTo(1));
    }

    [TestCase(None)]
    [TestCase(NotMyAnswer)]
    public async Task WhoMeansNoneOfItComesToAPerson(string label)
    {
        await using var desk = await _shop.DeskAsync();
        if (label == None)
            await AskedAsync();
        else
            _sara.Say("when do you open");
        await _shop.Api.UntilAsync(() => _sara.Shown.Any(sent => sent.DataOf(label) is not null));

        _sara.Press(label);

        await desk.PushedAsync("conversation", item => item.GetProperty("state").GetString() == "waiting");
    }

    [TestCase("c:anotherconversation:1:0")]
    [TestCase("nonsense")]
    [TestCase("r::")]
    public async Task WhatNobodyOfferedChangesNothing(string data)
    {
        _sara.Say("when do you open");
        var answer = (await _sara.HeardAsync(1))[0];

        _sara.Press(answer.MessageId, data);
        await _shop.Api.UntilAsync(() => _shop.Api.CallsOf("answerCallbackQuery").Any());
        _sara.Say("do you ship abroad");

        await _sara.HeardAsync(sent => sent.Text == "Yes, to most of Europe.");
        Assert.That(await _shop.QueryAsync(c => c.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM events")), Is.EqualTo(4));
    }

    [Test]
    public void DataFitsAndLongTitlesAreCut()
    {
        var happened = new ConversationEvent { Sequence = long.MaxValue, Kind = EventKinds.Message, Author = Authors.Bot };
        var data = new EventData { Choices = [new Choice("i1", new string('ا', 120))] };

        var keyboard = Buttons.Of(Storage.RandomId.New(), happened, data, "fa")!;

        Assert.That(keyboard.Rows[0][0].Text, Has.Length.LessThanOrEqualTo(61));
    }

    // Appended as the bot would, which takes knowledge that is torn.
    private async Task<SentMessage> AskedAsync()
    {
        _sara.Say("/start");
        await _sara.HeardAsync(1);
        var conversation = await _shop.QueryAsync(c => c.ExecuteScalarAsync<string>("SELECT id FROM conversations"));
        var intents = (await _shop.Owner.GetAsync($"api/bots/{_shop.Bot.Id}/intents")).Json.EnumerateArray()
            .Select(intent => new Choice(intent.GetProperty("id").GetString()!, intent.GetProperty("title").GetString()!)).ToArray();
        var data = new EventData { Choices = intents, Question = "open abroad", Via = "telegram" }.ToJson();
        await _shop.Host.Services.GetRequiredService<ConversationLog>().AppendAsync(
            _shop.Bot.Id, conversation!, null, _ => [new NewEvent(EventKinds.Message, Authors.Bot) { Text = "Which do you mean?", Data = data }]);
        return await _sara.HeardAsync(sent => sent.Buttons.Count() == 3);
    }
}
