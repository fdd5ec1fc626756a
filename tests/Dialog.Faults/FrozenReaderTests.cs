using Dialog.Faults.Chatting;
using Dialog.Faults.Hosting;
using Dialog.Faults.Network;

namespace Dialog.Faults;

/// <summary>One reader stops reading. It is nobody else's concern.</summary>
public sealed class FrozenReaderTests : IDisposable
{
    private const int Readers = 200;
    private const double SendsPerSecond = 150;
    private const int MessagesARound = 450;
    private const int Mebibyte = 1024 * 1024;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    // A turn of the scheduler and a tick of the sender: less than that is not measured here.
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(15);

    private readonly DataFolder _data = new();
    private readonly VerboseBot _bot = Premises.Owner.Verbose;

    [Test]
    public async Task One_frozen_reader_among_200_is_dropped_costs_the_others_nothing_and_catches_up()
    {
        await using var server = await Premises.StartAsync(_data.Path);
        await using var crowd = new Crowd(Readers - 2, _bot.Key, VerboseBot.Question);
        await crowd.ConnectAsync(server.Address);
        using var pinched = new PinchedReader();
        await using var frozen = new DeskReader(Premises.Owner, _bot.Id);
        await using var awake = new DeskReader(Premises.Owner, _bot.Id);
        await frozen.ConnectAsync(server.Address, pinched.Transport);
        await awake.ConnectAsync(server.Address);
        foreach (var visitor in crowd.Visitors)
            await Task.WhenAll(frozen.WatchAsync(visitor.Conversation), awake.WatchAsync(visitor.Conversation));

        await RoundAsync(crowd);
        var before = await RoundAsync(crowd);
        frozen.Socket.Freeze();
        var dropped = DroppedAsync(pinched, awake);
        var during = await RoundAsync(crowd, until: dropped);
        var held = await dropped;
        var after = await RoundAsync(crowd);

        TestContext.Out.WriteLine($"p99 {before.TotalMilliseconds:0.0} ms before, {during.TotalMilliseconds:0.0} ms with the frozen reader, {after.TotalMilliseconds:0.0} ms after; the server held {held / 1024} KiB for it");
        Assert.That(held, Is.LessThan(Mebibyte), "Held in the process for a reader that does not read.");

        // What the machine itself varies by between two rounds without a frozen reader is not the frozen reader's doing.
        var slower = before > after ? before : after;
        Assert.That(during, Is.LessThan((slower * 1.1) + Grain));

        frozen.Socket.Thaw();
        await frozen.Socket.Closed.WaitAsync(Limit.Event);
        Assert.That(crowd.Visitors.Sum(visitor => frozen[visitor.Conversation].Last), Is.LessThan(crowd.Visitors.Sum(visitor => visitor.Transcript.Last)));
        await frozen.ConnectAsync(server.Address);
        foreach (var visitor in crowd.Visitors)
        {
            await frozen[visitor.Conversation].ReachesAsync(visitor.Messages.Count * 2);
            Assert.That(frozen[visitor.Conversation].Entries, Is.EqualTo(visitor.Transcript.Entries));
        }

        Assert.That(frozen.Contradictions + awake.Contradictions + awake.Holes, Is.Zero);
    }

    public void Dispose() => _data.Dispose();

    /// <summary>Talks for a round, and on until something has happened.</summary>
    /// <returns>The 99th percentile of the time to the answer.</returns>
    private static async Task<TimeSpan> RoundAsync(Crowd crowd, Task? until = null)
    {
        var said = crowd.Visitors.SelectMany(visitor => visitor.Messages).ToHashSet();
        using var silence = new CancellationTokenSource();
        var enough = crowd.AcknowledgesAsync(MessagesARound);
        var talk = crowd.TalkAsync(SendsPerSecond, silence.Token);
        await enough;
        await (until ?? Task.CompletedTask);
        await silence.CancelAsync();
        await talk;
        await crowd.AcknowledgedAsync();
        foreach (var visitor in crowd.Visitors)
            await visitor.Transcript.ReachesAsync(visitor.Messages.Count * 2);
        return Latencies.P99(crowd.Visitors.SelectMany(visitor => visitor.Messages).Where(message => !said.Contains(message)));
    }

    /// <summary>Waits until the server has let go of a frozen reader.</summary>
    /// <returns>
    /// The most that the server's process can have held for it: what a reader awake got meanwhile, less what lay in
    /// the kernel.
    /// </returns>
    private static async Task<long> DroppedAsync(PinchedReader frozen, DeskReader awake)
    {
        var received = awake.Socket.Received;
        var untaken = 0L;
        using var limit = new CancellationTokenSource(Limit.Event);
        using var beat = new PeriodicTimer(Beat, TimeProvider.System);
        while (frozen.AtServer() is { IsOpen: true } state)
        {
            untaken = Math.Max(untaken, state.Untaken);
            await beat.WaitForNextTickAsync(limit.Token);
        }

        return awake.Socket.Received - received - untaken;
    }
}
