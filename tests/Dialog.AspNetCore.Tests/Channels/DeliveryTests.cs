using System.Text.Json;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>What an agent learns when a message does not arrive.</summary>
[TestFixture]
public sealed class DeliveryTests
{
    private Shop _shop = null!;
    private ChatPerson _sara = null!;
    private HubClient _desk = null!;
    private string _conversation = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.OpenAsync();
        _sara = new ChatPerson(_shop.Api, 7);
        _desk = await _shop.DeskAsync();
        _sara.Say("/person");
        _conversation = (await _desk.PushedAsync("conversation", item => item.GetProperty("state").GetString() == "waiting")).GetProperty("id").GetString()!;
        await _desk.CallAsync("Take", new { conversation = _conversation });
        await _sara.HeardAsync(2);
        await Shop.ReadAsync(_desk, _conversation);
    }

    [TearDown]
    public async Task Close()
    {
        await _desk.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task WhoHasBlockedTheBotIsShownAndTheMessageCanBeSentAgain()
    {
        _sara.Block();
        var item = await _desk.PushedAsync("conversation", item => item.TryGetProperty("unreachable", out _));
        var sequence = await AnswerAsync("Are you there?");
        var failed = await _desk.PushedAsync("delivery", change => change.GetProperty("delivery").ValueKind == JsonValueKind.Object);
        var read = await DeliveryOfAsync(sequence);
        _sara.Block(false);
        await _desk.PushedAsync("conversation", item => !item.TryGetProperty("unreachable", out _));

        await _desk.CallAsync("Resend", new { conversation = _conversation, sequence });

        var heard = await _sara.HeardAsync(sent => sent.Text == "Are you there?");
        var arrived = await _desk.PushedAsync("delivery", change => change.GetProperty("delivery").ValueKind == JsonValueKind.Null);
        Assert.Multiple(() =>
        {
            Assert.That(item.GetProperty("unreachable").GetString(), Is.EqualTo("blocked"));
            Assert.That(failed.GetProperty("delivery").GetProperty("state").GetString(), Is.EqualTo("failed"));
            Assert.That(failed.GetProperty("sequence").GetInt64(), Is.EqualTo(sequence));
            Assert.That(read!.Value.GetProperty("problem").GetProperty("title").GetString(), Is.EqualTo("The person has blocked the bot."));
            Assert.That(heard.Chat, Is.EqualTo(_sara.Id));
            Assert.That(arrived.GetProperty("sequence").GetInt64(), Is.EqualTo(sequence));
        });
    }

    [Test]
    public async Task WhoWritesAgainAfterBlockingIsReachableAgain()
    {
        _sara.Block();
        await _desk.PushedAsync("conversation", item => item.TryGetProperty("unreachable", out _));
        _shop.Api.Block(_sara.Id, false);

        _sara.Say("I am back");

        var item = await _desk.PushedAsync("conversation", item => item.GetProperty("preview").GetString() == "I am back");
        Assert.That(item.TryGetProperty("unreachable", out _), Is.False);
    }

    [Test]
    public async Task ALongPauseTheMessengerAsksForIsShownAtTheMessageAndEnds()
    {
        _shop.Api.Storm(calls: 1, retryAfter: 120);
        var sequence = await AnswerAsync("In a moment.");

        var delayed = await _desk.PushedAsync("delivery", change => change.GetProperty("delivery").ValueKind == JsonValueKind.Object);

        Assert.Multiple(() =>
        {
            Assert.That(delayed.GetProperty("sequence").GetInt64(), Is.EqualTo(sequence));
            Assert.That(delayed.GetProperty("delivery").GetProperty("state").GetString(), Is.EqualTo("delayed"));
            Assert.That(delayed.GetProperty("delivery").GetProperty("problem").GetProperty("type").GetString(), Is.EqualTo("dialog:messenger-slow-down"));
        });
    }

    [Test]
    public async Task WhatTheMessengerRefusesFailsAtOnceAndTheNextGoesOn()
    {
        _shop.Api.Next("sendMessage", _ => ApiAnswer.Error(400, "Bad Request: something about this message"));
        var refused = await AnswerAsync("one");
        await AnswerAsync("two");

        await _sara.HeardAsync(sent => sent.Text == "two");

        Assert.That((await DeliveryOfAsync(refused))!.Value.GetProperty("problem").GetProperty("type").GetString(), Is.EqualTo("dialog:messenger-refused"));
    }

    [Test]
    public async Task WhatHasArrivedCannotBeSentAgain()
    {
        var sequence = await AnswerAsync("hello");
        await _sara.HeardAsync(sent => sent.Text == "hello");

        var again = await _desk.CallAsync("Resend", new { conversation = _conversation, sequence });

        Assert.That(again.GetProperty("problem").GetProperty("type").GetString(), Is.EqualTo("dialog:nothing-failed"));
    }

    private async Task<long> AnswerAsync(string text) =>
        (await _desk.CallAsync("Answer", new { conversation = _conversation, id = $"a{text.GetHashCode(StringComparison.Ordinal):x}", text }))
            .GetProperty("value").GetProperty("sequence").GetInt64();

    private async Task<JsonElement?> DeliveryOfAsync(long sequence)
    {
        var events = (await Shop.ReadAsync(_desk, _conversation)).GetProperty("events");
        var found = events.EnumerateArray().Single(happened => happened.GetProperty("sequence").GetInt64() == sequence);
        return found.TryGetProperty("delivery", out var delivery) ? delivery : null;
    }
}
