using Dialog.Faults.Chatting;
using Dialog.Faults.Hosting;

namespace Dialog.Faults;

/// <summary>What the bot is unsure of waits for its continuation, and the wait is as durable as the message.</summary>
public sealed class BurstTests : IDisposable
{
    private readonly DataFolder _data = new();

    [Test]
    public async Task A_burst_that_waited_when_the_server_was_killed_is_answered_once_after_the_restart()
    {
        await using var visitor = new Visitor(DemoShop.Key, "visitor");
        var first = await Premises.StartAsync(_data.Path);
        await visitor.ConnectAsync(first.Address);
        await visitor.Say("colourless green ideas").Acknowledged.WaitAsync(Limit.Event);
        await visitor.Say("sleep furiously").Acknowledged.WaitAsync(Limit.Event);
        await first.DisposeAsync();
        await visitor.Socket.Closed;
        if (visitor.Transcript.Entries.Any(entry => entry.From == "bot"))
            Assert.Inconclusive("The machine was so slow that the wait was over before the kill.");

        await using var second = await Premises.StartAsync(_data.Path, first);
        await visitor.ConnectAsync(second.Address);
        await visitor.Transcript.ReachesAsync(4);
        await visitor.Say(DemoShop.Question(0)).Acknowledged.WaitAsync(Limit.Event);
        await visitor.Transcript.ReachesAsync(6);

        Assert.That(
            visitor.Transcript.Entries.Select(entry => $"{entry.From} {entry.Kind}"),
            Is.EqualTo(new[] { "visitor message", "visitor message", "bot message", "bot handoff", "visitor message", "bot message" }));
    }

    public void Dispose() => _data.Dispose();
}
