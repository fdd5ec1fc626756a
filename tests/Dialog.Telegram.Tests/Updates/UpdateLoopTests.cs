using System.Threading.Channels;

namespace Dialog.Telegram.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class UpdateLoopTests : IDisposable
{
    private readonly Bot _bot = new();
    private readonly List<long> _taken = [];
    private readonly Channel<PollState> _states = Channel.CreateUnbounded<PollState>();
    private readonly CancellationTokenSource _stopping = new();
    private Func<IReadOnlyList<Update>, bool> _refuse = _ => false;

    public void Dispose()
    {
        _bot.Dispose();
        _stopping.Dispose();
    }

    private UpdateLoop Loop() => new(_bot.Client, (updates, _) =>
    {
        if (_refuse(updates)) throw new IOException("The disk is full.");
        lock (_taken) _taken.AddRange(updates.Select(update => update.UpdateId));
        return Task.CompletedTask;
    }, state => _states.Writer.TryWrite(state));

    /// <summary>Runs the loop, and the clock, until it has reached a state.</summary>
    private async Task<BotProblem?> RunUntilAsync(Func<bool> reached)
    {
        var loop = Loop().RunAsync(_stopping.Token);
        var stop = StopAsync(reached);
        await _bot.Clock.RunAsync(Task.WhenAny(loop, stop));
        if (!loop.IsCompleted) await stop;
        return await _bot.Clock.RunAsync(loop);
    }

    private async Task StopAsync(Func<bool> reached)
    {
        while (!reached()) await Task.Yield();
        await _stopping.CancelAsync();
    }

    private List<PollState> States()
    {
        var states = new List<PollState>();
        while (_states.Reader.TryRead(out var state)) states.Add(state);
        return states;
    }

    [Test]
    public async Task Ten_thousand_updates_come_once_and_in_order()
    {
        _bot.Api.Post(Enumerable.Range(1, 10_000).Select(id => BotApi.TextUpdate(id, "سلام")));
        Assert.That(await RunUntilAsync(() => _bot.Api.Pending == 0), Is.Null);
        Assert.That(_taken, Is.EqualTo(Enumerable.Range(1, 10_000)));
        Assert.That(_bot.Api.Calls.Select(call => call.Fields["allowed_updates"]!.ToJsonString()),
            Is.All.EqualTo("""["message","edited_message","callback_query","my_chat_member"]"""));
    }

    [Test]
    public async Task What_was_not_taken_comes_again()
    {
        var refusals = 3;
        _refuse = updates => updates[0].UpdateId == 101 && refusals-- > 0;
        _bot.Api.Post(Enumerable.Range(1, 150).Select(id => BotApi.TextUpdate(id, "hello")));
        await RunUntilAsync(() => _bot.Api.Pending == 0);
        Assert.That(_taken, Is.EqualTo(Enumerable.Range(1, 150)));
        Assert.That(States().OfType<PollState.Troubled>().Select(state => state.Problem), Has.Exactly(3).InstanceOf<BotProblem.NotTaken>());
    }

    [Test]
    public async Task What_was_taken_but_not_confirmed_comes_again_after_a_restart()
    {
        _bot.Api.Post(BotApi.TextUpdate(1, "hello"), BotApi.TextUpdate(2, "hello"));
        _refuse = _ =>
        {
            _stopping.Cancel();
            return false;
        };
        await _bot.Clock.RunAsync(Loop().RunAsync(_stopping.Token));
        Assert.That(_bot.Api.Pending, Is.EqualTo(2));
        Assert.That((await _bot.Clock.RunAsync(_bot.Client.GetUpdatesAsync())).Select(update => update.UpdateId), Is.EqualTo(_taken));
    }

    [Test]
    public async Task Updates_that_come_while_it_waits_are_taken()
    {
        var loop = Loop().RunAsync(_stopping.Token);
        await _bot.Api.ReceivedAsync(1);
        _bot.Api.Post(BotApi.TextUpdate(7, "hello"));
        await _bot.Api.ReceivedAsync(2);
        Assert.That(_taken, Is.EqualTo(new[] { 7 }));
        Assert.That(_bot.Api.Calls[1].Number("offset"), Is.EqualTo(8));
        Assert.That(_bot.Api.Calls[0].Number("timeout"), Is.EqualTo(50));
        await _stopping.CancelAsync();
        Assert.That(await loop, Is.Null);
        Assert.That(States()[^1], Is.EqualTo(new PollState.Stopped()));
    }

    [Test]
    public async Task A_network_away_for_a_minute_is_waited_for_with_longer_pauses()
    {
        var back = _bot.Clock.GetUtcNow().AddMinutes(1);
        Func<ApiCall, ApiAnswer> broken = null!;
        broken = call =>
        {
            if (call.At < back) _bot.Api.Next("getUpdates", [broken]);
            return ApiAnswer.Broken(HttpRequestError.ConnectionError);
        };
        _bot.Api.Next("getUpdates", [broken]);
        _bot.Api.Post(BotApi.TextUpdate(1, "hello"));
        await RunUntilAsync(() => _bot.Api.Pending == 0);
        Assert.That(_taken, Is.EqualTo(new[] { 1 }));
        Assert.That(_bot.Api.CallsOf("getUpdates").Count(call => call.At < back), Is.InRange(4, 8));
        Assert.That(States().OfType<PollState.Troubled>().Select(state => state.Problem), Is.All.InstanceOf<BotProblem.Network>());
    }

    [Test]
    public async Task Another_poller_is_reported_as_such_and_outlasted()
    {
        var loop = Loop().RunAsync(_stopping.Token);
        await _bot.Api.ReceivedAsync(1);
        _bot.Api.PollElsewhere();
        _bot.Api.Post(BotApi.TextUpdate(1, "hello"));
        var stop = StopAsync(() => _bot.Api.Pending == 0);
        await _bot.Clock.RunAsync(stop);
        await _bot.Clock.RunAsync(loop);
        Assert.That(States().OfType<PollState.Troubled>().Single().Problem, Is.InstanceOf<BotProblem.Conflict>().With.Property("WithWebhook").False);
        Assert.That(_taken, Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task A_revoked_token_ends_it()
    {
        _bot.Api.Next("getUpdates", [_ => ApiAnswer.Error(401, "Unauthorized")]);
        Assert.That(await _bot.Clock.RunAsync(Loop().RunAsync(_stopping.Token)), Is.InstanceOf<BotProblem.Unauthorized>());
        Assert.That(States(), Has.Count.EqualTo(1).And.All.InstanceOf<PollState.Stopped>());
    }

    [Test]
    public async Task An_update_nobody_can_read_does_not_stop_the_others()
    {
        var broken = BotApi.TextUpdate(2, "hello");
        broken["message"] = "what";
        _bot.Api.Post(BotApi.TextUpdate(1, "hello"), broken, BotApi.TextUpdate(3, "hello"));
        await RunUntilAsync(() => _bot.Api.Pending == 0);
        Assert.That(_taken, Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task Ids_that_start_anew_after_a_long_silence_are_received()
    {
        _bot.Api.Post(BotApi.TextUpdate(900_000, "hello"));
        var loop = Loop().RunAsync(_stopping.Token);
        await _bot.Api.ReceivedAsync(2);
        var start = _bot.Clock.GetUtcNow();
        await _bot.Clock.RunAsync(StopWaitingAsync(start.AddHours(25)));
        _bot.Api.Post(BotApi.TextUpdate(5, "hello"));
        await RunOutAsync(loop, () => _bot.Api.Pending == 0);
        Assert.That(_taken, Is.EqualTo(new[] { 900_000, 5 }));
    }

    [Test]
    public async Task A_messenger_that_forgets_what_was_confirmed_is_not_asked_in_a_hurry()
    {
        _bot.Api.Post(BotApi.TextUpdate(1, "hello"));
        var again = ApiAnswer.Ok(new System.Text.Json.Nodes.JsonArray(BotApi.TextUpdate(1, "hello")));
        _bot.Api.Next("getUpdates", Enumerable.Repeat<Func<ApiCall, ApiAnswer>>(_ => again, 5));
        var start = _bot.Clock.GetUtcNow();
        await RunUntilAsync(() => _bot.Api.Calls.Count > 5);
        Assert.That(_taken, Is.EqualTo(new[] { 1 }));
        Assert.That(_bot.Clock.GetUtcNow() - start, Is.GreaterThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task A_server_that_does_not_wait_is_asked_once_a_second()
    {
        var nothing = ApiAnswer.Ok(new System.Text.Json.Nodes.JsonArray());
        _bot.Api.Next("getUpdates", Enumerable.Repeat<Func<ApiCall, ApiAnswer>>(_ => nothing, 10));
        var start = _bot.Clock.GetUtcNow();
        await RunUntilAsync(() => _bot.Api.Calls.Count > 9);
        Assert.That(_bot.Api.Calls[9].At - start, Is.EqualTo(TimeSpan.FromSeconds(9)));
    }

    private async Task StopWaitingAsync(DateTimeOffset moment)
    {
        while (_bot.Clock.GetUtcNow() < moment) await Task.Yield();
    }

    private async Task RunOutAsync(Task loop, Func<bool> reached)
    {
        await _bot.Clock.RunAsync(StopAsync(reached));
        await _bot.Clock.RunAsync(loop);
    }
}
