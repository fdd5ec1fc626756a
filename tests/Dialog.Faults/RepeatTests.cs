using Dialog.Faults.Chatting;
using Dialog.Faults.Hosting;

namespace Dialog.Faults;

/// <summary>A message that is sent again is the same message: at once, later, and after a restart.</summary>
public sealed class RepeatTests : IDisposable
{
    private const int Tabs = 10;

    private readonly DataFolder _data = new();

    [Test]
    public async Task Ten_sends_of_one_id_at_once_and_again_after_a_restart_are_one_message()
    {
        var first = await Premises.StartAsync(_data.Path);
        await using var visitor = new Visitor(DemoShop.Key, "visitor");
        await visitor.ConnectAsync(first.Address);
        await visitor.Say(DemoShop.Question(0)).Acknowledged;
        var before = await SendTenTimesAsync(visitor.Token!, first.Address);
        await first.DisposeAsync();

        await using var second = await Premises.StartAsync(_data.Path, first);
        var after = await SendTenTimesAsync(visitor.Token!, second.Address);

        Assert.That(before.Concat(after).Distinct().Count(), Is.EqualTo(1), string.Join(' ', before.Concat(after)));
        await visitor.ConnectAsync(second.Address);
        var log = visitor.Transcript.Entries;
        Assert.That(log.Select(entry => entry.From), Is.EqualTo(new[] { "visitor", "bot", "visitor", "bot" }));
        Assert.That(log[2].Sequence, Is.EqualTo(before[0]));
    }

    [Test]
    public async Task An_id_belongs_to_its_conversation_alone()
    {
        await using var server = await Premises.StartAsync(_data.Path);
        await using var one = new Visitor(DemoShop.Key, "same");
        await using var another = new Visitor(DemoShop.Key, "same");
        await one.ConnectAsync(server.Address);
        await another.ConnectAsync(server.Address);

        await Task.WhenAll(one.Say(DemoShop.Question(1)).Acknowledged, another.Say(DemoShop.Question(2)).Acknowledged);

        await another.Transcript.ReachesAsync(2);
        Assert.That(another.Transcript.Entries[0].Text, Is.EqualTo(DemoShop.Question(2)));
    }

    public void Dispose() => _data.Dispose();

    private static async Task<long[]> SendTenTimesAsync(string token, Uri server)
    {
        var tabs = Enumerable.Range(0, Tabs).Select(_ => new Visitor(DemoShop.Key, "again", token)).ToArray();
        await Task.WhenAll(tabs.Select(tab => tab.ConnectAsync(server)));
        var places = await Task.WhenAll(tabs.Select(tab => tab.Say(DemoShop.Question(1)).Acknowledged)).WaitAsync(Limit.Event);
        foreach (var tab in tabs)
            await tab.DisposeAsync();
        return places;
    }
}
