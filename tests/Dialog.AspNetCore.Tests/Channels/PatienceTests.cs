using System.Text.Json;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>A messenger that stays away, by a clock that the tests move.</summary>
[TestFixture]
public sealed class PatienceTests
{
    private TestClock _clock = null!;
    private Shop _shop = null!;
    private HubClient _desk = null!;
    private ChatPerson _sara = null!;
    private string _conversation = null!;

    [SetUp]
    public async Task Open()
    {
        // Cookies of another year would be thrown away by whoever is to bring them back.
        _clock = new TestClock();
        _clock.Advance(TimeProvider.System.GetUtcNow() - _clock.GetUtcNow());
        _shop = await Shop.OpenAsync(clock: _clock);
        _desk = await _shop.DeskAsync();
        _sara = new ChatPerson(_shop.Api, 7);
        _sara.Say("/person");
        var waiting = await _desk.PushedAsync("conversation", item => item.GetProperty("state").GetString() == "waiting");
        _conversation = waiting.GetProperty("id").GetString()!;
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
    public async Task AfterTenSecondsTheAgentSeesThatAMessageIsOnItsWayAndThenThatItHasArrived()
    {
        var sent = _shop.Api.CallsOf("sendMessage").Count();
        _shop.Api.Storm(calls: 1, retryAfter: 30);
        var sequence = await AnswerAsync();
        await _shop.Api.UntilAsync(() => _shop.Api.CallsOf("sendMessage").Count() > sent);

        _clock.Advance(Limits.DeliveryDelay);
        var delayed = await DeliveryAsync(delivery => StateOf(delivery) == "delayed");
        var arriving = DeliveryAsync(delivery => StateOf(delivery) is null);
        await PassUntilAsync(arriving);
        var arrived = await arriving;

        Assert.Multiple(() =>
        {
            Assert.That(delayed.GetProperty("sequence").GetInt64(), Is.EqualTo(sequence));
            Assert.That(arrived.GetProperty("sequence").GetInt64(), Is.EqualTo(sequence));
            Assert.That(_sara.Heard.Count(heard => heard.Text == "hello"), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task AMinuteAwayHoldsUpBothWaysAndLosesNothing()
    {
        _shop.Api.Outage = Outage.Refused;
        await AnswerAsync("a1", "one");
        await AnswerAsync("a2", "two");
        _sara.Say("are you there?");
        var asked = Task.Run(() => _desk.PushedAsync("events", pushed => pushed.GetRawText().Contains("are you there?", StringComparison.Ordinal)));
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.That(asked.IsCompleted, Is.False);

        _shop.Api.Outage = Outage.None;
        await PassUntilAsync(_sara.HeardAsync(sent => sent.Text == "two"));
        await PassUntilAsync(asked);

        Assert.That(_sara.Heard.Select(sent => sent.Text).TakeLast(2), Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public async Task AfterSixHoursItIsGivenUpAndCanBeSentAgain()
    {
        _shop.Api.Outage = Outage.Refused;
        var said = _clock.GetUtcNow();
        var sequence = await AnswerAsync();

        var failed = await _clock.RunAsync(DeliveryAsync(delivery => StateOf(delivery) == "failed"));
        var givenUpAfter = _clock.GetUtcNow() - said;
        _shop.Api.Outage = Outage.None;
        await _desk.CallAsync("Resend", new { conversation = _conversation, sequence });
        await _clock.RunAsync(_sara.HeardAsync(sent => sent.Text == "hello"));

        Assert.Multiple(() =>
        {
            Assert.That(failed.GetProperty("delivery").GetProperty("problem").GetProperty("type").GetString(), Is.EqualTo("dialog:delivery-given-up"));
            Assert.That(givenUpAfter, Is.GreaterThanOrEqualTo(Limits.DeliveryPatience));
        });
    }

    /// <summary>Lets the time pass, with all that happens in it.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        var over = new TaskCompletionSource();
        await using var timer = _clock.CreateTimer(_ => over.TrySetResult(), null, time, Timeout.InfiniteTimeSpan);
        await _clock.RunAsync(over.Task);
    }

    /// <summary>Lets the time pass in small steps, so that what is under way in the meantime is not overtaken by its own time limit.</summary>
    private async Task PassUntilAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            await PassAsync(TimeSpan.FromSeconds(5));
            await Shop.ReadAsync(_desk, _conversation);
        }

        await done;
    }

    private async Task<long> AnswerAsync(string id = "a1", string text = "hello") =>
        (await _desk.CallAsync("Answer", new { conversation = _conversation, id, text })).GetProperty("value").GetProperty("sequence").GetInt64();

    private Task<JsonElement> DeliveryAsync(Func<JsonElement, bool> fits) =>
        Task.Run(() => _desk.PushedAsync("delivery", change => fits(change.GetProperty("delivery"))));

    private static string? StateOf(JsonElement delivery) =>
        delivery.ValueKind == JsonValueKind.Object ? delivery.GetProperty("state").GetString() : null;
}
