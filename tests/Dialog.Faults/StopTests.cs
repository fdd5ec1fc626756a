using Dialog.Faults.Chatting;
using Dialog.Faults.Hosting;

namespace Dialog.Faults;

/// <summary>A server that is asked to stop finishes what it has promised and says goodbye.</summary>
public sealed class StopTests : IDisposable
{
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(10);

    private readonly DataFolder _data = new();

    [Test]
    public async Task Asked_to_stop_under_load_it_drains_and_tells_its_clients_to_come_back()
    {
        await using var crowd = new Crowd(30);
        await using var first = await Premises.StartAsync(_data.Path);
        await crowd.ConnectAsync(first.Address);
        using var silence = new CancellationTokenSource();
        var loaded = crowd.AcknowledgesAsync(200);
        var talk = crowd.TalkAsync(perSecond: 300, silence.Token);
        await loaded;

        var began = TimeProvider.System.GetTimestamp();
        var code = await first.StopAsync();
        var took = TimeProvider.System.GetElapsedTime(began);
        await silence.CancelAsync();
        await talk;
        await crowd.CutOffAsync();

        TestContext.Out.WriteLine($"Stopped after {took.TotalSeconds:0.00} s");
        Assert.That(code, Is.Zero);
        Assert.That(took, Is.LessThan(LongestDrain));
        Assert.That(crowd.Visitors.Count(visitor => !visitor.Socket.IsAskedToReconnect), Is.Zero, "Left without a goodbye.");

        await using var second = await Premises.StartAsync(_data.Path, first);
        await crowd.ConnectAsync(second.Address);
        await crowd.AcknowledgedAsync();
        (await Audit.OfAsync(crowd.Visitors, second.Address)).IsClean();
        await second.StopAsync();
        Assert.That(DataFolder.Integrity(_data.Path), Is.EqualTo("ok"));
    }

    [Test]
    public async Task It_is_healthy_from_its_first_word_on()
    {
        var first = await Premises.StartAsync(_data.Path);
        Assert.That(await Health.OfAsync(first.Address), Is.EqualTo(Health.Good));
        await first.DisposeAsync();
        Assert.That(async () => await Health.OfAsync(first.Address), Throws.InstanceOf<HttpRequestException>());

        using var started = new CancellationTokenSource();
        var asking = AskAsync(first.Address, started.Token);
        await using var second = await Premises.StartAsync(_data.Path, first);

        Assert.That(await Health.OfAsync(second.Address), Is.EqualTo(Health.Good));
        await started.CancelAsync();
        Assert.That(await asking, Is.All.EqualTo(Health.Good), "While it starts it does not listen; once it listens, it is ready.");
    }

    public void Dispose() => _data.Dispose();

    private static async Task<IReadOnlyList<Health>> AskAsync(Uri server, CancellationToken stop)
    {
        var answers = new List<Health>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                answers.Add(await Health.OfAsync(server));
            }
            catch (HttpRequestException)
            {
                await timer.WaitForNextTickAsync(CancellationToken.None);
            }
        }

        return answers;
    }
}
