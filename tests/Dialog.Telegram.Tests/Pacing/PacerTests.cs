namespace Dialog.Telegram.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class PacerTests
{
    private readonly TestClock _clock = new();
    private readonly List<(long Chat, int Number, TimeSpan At)> _sent = [];
    private readonly DateTimeOffset _start;
    private readonly Pacer _pacer;

    public PacerTests()
    {
        _start = _clock.GetUtcNow();
        _pacer = new Pacer(new Pace(), _clock);
    }

    private Task<int> Send(long chat, int number, CancellationToken cancellation = default) => _pacer.RunAsync(chat, _ =>
    {
        lock (_sent) _sent.Add((chat, number, _clock.GetUtcNow() - _start));
        return Task.FromResult(number);
    }, cancellation);

    private TimeSpan[] Times => [.. _sent.Select(sent => sent.At)];

    /// <summary>The most that fell into any window of that length.</summary>
    private static int Most(IReadOnlyList<TimeSpan> times, TimeSpan window) =>
        times.Max(end => times.Count(time => time > end - window && time <= end));

    [Test]
    public async Task A_chat_gets_a_short_burst_and_then_one_a_second()
    {
        await _clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 12).Select(number => Send(1, number))));
        Assert.That(_sent.Select(sent => sent.Number), Is.EqualTo(Enumerable.Range(0, 12)));
        Assert.That(Most(Times, TimeSpan.FromSeconds(3)), Is.EqualTo(3));
        Assert.That(Times[^1], Is.EqualTo(TimeSpan.FromSeconds(9)));
    }

    [Test]
    public async Task A_group_gets_twenty_a_minute()
    {
        await _clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 50).Select(number => Send(-100, number))));
        Assert.That(Most(Times, TimeSpan.FromMinutes(1)), Is.EqualTo(20));
        Assert.That(Times[^1], Is.GreaterThan(TimeSpan.FromMinutes(2)));
    }

    [Test]
    public async Task A_bot_sends_thirty_a_second_first_come_first_served()
    {
        await _clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 300).Select(number => Send(number, number))));
        Assert.That(Most(Times, TimeSpan.FromSeconds(1)), Is.EqualTo(30));
        Assert.That(Times[^1], Is.EqualTo(TimeSpan.FromSeconds(9)));
        Assert.That(_sent.Select(sent => sent.Number / 30), Is.Ordered);
    }

    [Test]
    public async Task A_pause_holds_everybody_and_nobody_rushes_afterwards()
    {
        var work = Task.WhenAll(Enumerable.Range(0, 90).Select(number => Send(number, number)));
        _pacer.PauseFor(TimeSpan.FromSeconds(20));
        _pacer.PauseFor(TimeSpan.FromSeconds(5));
        await _clock.RunAsync(work);
        Assert.That(Times.Where(time => time > TimeSpan.Zero), Is.All.GreaterThanOrEqualTo(TimeSpan.FromSeconds(20)));
        Assert.That(Times.Count(time => time == TimeSpan.Zero), Is.EqualTo(30));
        Assert.That(Most(Times, TimeSpan.FromSeconds(1)), Is.EqualTo(30));
    }

    [Test]
    public async Task The_next_message_of_a_chat_waits_for_the_one_before_it_and_no_other_chat_does()
    {
        var first = new TaskCompletionSource<int>();
        var slow = _pacer.RunAsync(1, _ => first.Task);
        var next = Send(1, 2);
        await _clock.RunAsync(Send(2, 1));
        Assert.That(next.IsCompleted, Is.False);
        first.SetException(new InvalidOperationException("failed"));
        await _clock.RunAsync(next);
        Assert.That(async () => await slow, Throws.InvalidOperationException);
        Assert.That(_sent.Select(sent => sent.Chat), Is.EqualTo(new long[] { 2, 1 }));
    }

    [Test]
    public async Task Who_gives_up_holds_up_nobody()
    {
        var first = new TaskCompletionSource<int>();
        var slow = _pacer.RunAsync(1, _ => first.Task);
        using var cancelling = new CancellationTokenSource();
        var given = Send(1, 1, cancelling.Token);
        var next = Send(1, 2);
        await cancelling.CancelAsync();
        Assert.That(async () => await given, Throws.InstanceOf<OperationCanceledException>());
        first.SetResult(0);
        await _clock.RunAsync(Task.WhenAll(slow, next));
        Assert.That(_sent.Select(sent => sent.Number), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task Who_gives_up_while_waiting_for_the_pace_leaves_the_lane()
    {
        await _clock.RunAsync(Task.WhenAll(Send(1, 0), Send(1, 1), Send(1, 2)));
        using var cancelling = new CancellationTokenSource();
        var given = Send(1, 3, cancelling.Token);
        var next = Send(1, 4);
        await cancelling.CancelAsync();
        Assert.That(async () => await given, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await _clock.RunAsync(next), Is.EqualTo(4));
    }

    [Test]
    public async Task Idle_chats_are_forgotten()
    {
        for (var round = 0; round < 20; round++)
            await _clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 60).Select(number => Send(round * 100 + number, number))));
        Assert.That(_pacer.Chats, Is.LessThan(250));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _clock.RunAsync(Send(1, 1));
        Assert.That(_pacer.Chats, Is.EqualTo(1));
    }
}
