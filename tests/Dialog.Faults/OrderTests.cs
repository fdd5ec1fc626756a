using Dialog.Faults.Chatting;
using Dialog.Faults.Hosting;

namespace Dialog.Faults;

/// <summary>Many write at once; all who read see one order.</summary>
public sealed class OrderTests : IDisposable
{
    private const int Conversations = 10;
    private const int SendersEach = 5;
    private const int MessagesEach = 400;
    private const int UnderWay = 4;

    private readonly DataFolder _data = new();

    [Test, Category("Long"), CancelAfter(180_000)]
    public async Task Fifty_senders_and_20_000_messages_are_one_gap_free_order_to_every_reader()
    {
        await using var server = await Premises.StartAsync(_data.Path);
        await using var hosts = new Crowd(Conversations);
        await hosts.ConnectAsync(server.Address);
        await using var desk = new DeskReader(Premises.Owner, Premises.Owner.Bot);
        await using var colleague = new DeskReader(Premises.Owner, Premises.Owner.Bot);
        foreach (var reader in new[] { desk, colleague })
        {
            await reader.ConnectAsync(server.Address);
            foreach (var visitor in hosts.Visitors)
                await reader.WatchAsync(visitor.Conversation);
        }

        var tabs = hosts.Visitors.SelectMany(host => Enumerable.Range(1, SendersEach)
            .Select(tab => new Visitor(DemoShop.Key, $"tab{tab}", host.Token))).ToArray();
        await Task.WhenAll(tabs.Select(tab => tab.ConnectAsync(server.Address)));
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(tabs.Select(WriteAsync));
        var took = TimeProvider.System.GetElapsedTime(began);

        const int Events = SendersEach * MessagesEach * 2;
        foreach (var host in hosts.Visitors)
        {
            await host.Transcript.ReachesAsync(Events);
            await desk[host.Conversation].ReachesAsync(Events);
            await colleague[host.Conversation].ReachesAsync(Events);
            Assert.That(desk[host.Conversation].Entries, Is.EqualTo(host.Transcript.Entries));
            Assert.That(colleague[host.Conversation].Entries, Is.EqualTo(host.Transcript.Entries));
        }

        TestContext.Out.WriteLine($"{tabs.Length * MessagesEach / took.TotalSeconds:0} sends/s, {Conversations * Events} events, {desk.Holes + colleague.Holes} holes at the desks");
        (await Audit.OfAsync(tabs, server.Address)).IsClean();
        foreach (var tab in tabs)
            await tab.DisposeAsync();
    }

    public void Dispose() => _data.Dispose();

    // As many as the network lets a hurried client have under way, never more.
    private static async Task WriteAsync(Visitor tab)
    {
        var underWay = new Queue<Message>();
        for (var turn = 0; turn < MessagesEach; turn++)
        {
            underWay.Enqueue(tab.Say(DemoShop.Question(turn)));
            if (underWay.Count == UnderWay)
                await underWay.Dequeue().Acknowledged.WaitAsync(Limit.Event);
        }

        foreach (var message in underWay)
            await message.Acknowledged.WaitAsync(Limit.Event);
    }
}
