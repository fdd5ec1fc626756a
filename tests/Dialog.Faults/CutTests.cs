using Dialog.Faults.Chatting;
using Dialog.Faults.Hosting;
using Dialog.Faults.Network;

namespace Dialog.Faults;

/// <summary>The network goes, again and again, in the middle of a word.</summary>
public sealed class CutTests : IDisposable
{
    private const int Cuts = 200;
    private const double SendsPerSecond = 100;

    private readonly DataFolder _data = new();

    [Test]
    public async Task Nothing_is_lost_doubled_or_out_of_order_while_connections_are_cut_200_times()
    {
        await using var server = await Premises.StartAsync(_data.Path);
        await using var crowd = new Crowd(8);
        await using var desk = new DeskReader(Premises.Owner, Premises.Owner.Bot);
        await crowd.ConnectAsync(server.Address);
        await desk.ConnectAsync(server.Address);
        foreach (var visitor in crowd.Visitors)
            await desk.WatchAsync(visitor.Conversation);

        await using var proxy = new CuttingProxy(server.Address, seed: 200, Cuts);
        using var stop = new CancellationTokenSource();
        var staying = crowd.Visitors.Select(visitor => visitor.StayConnectedAsync(proxy.Address, stop.Token))
            .Append(desk.StayConnectedAsync(proxy.Address, stop.Token)).ToArray();
        using var silence = new CancellationTokenSource();
        var talk = crowd.TalkAsync(SendsPerSecond, silence.Token);
        await proxy.Finished.WaitAsync(2 * Limit.Event);
        await silence.CancelAsync();
        await talk;
        await crowd.AcknowledgedAsync();

        var audit = await Audit.OfAsync(crowd.Visitors, server.Address);
        audit.IsClean();
        Assert.That(proxy.Cuts, Is.EqualTo(Cuts));
        foreach (var visitor in crowd.Visitors)
        {
            // Nobody asks: who is connected hears of everything by itself.
            var complete = visitor.Messages.Count * 2;
            await visitor.Transcript.ReachesAsync(complete);
            await desk[visitor.Conversation].ReachesAsync(complete);
            Assert.That(desk[visitor.Conversation].Entries, Is.EqualTo(visitor.Transcript.Entries));
        }

        Assert.That(desk.Contradictions, Is.Zero);
        await stop.CancelAsync();
        await Task.WhenAll(staying);
    }

    public void Dispose() => _data.Dispose();
}
