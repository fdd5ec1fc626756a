using Dialog.Faults.Chatting;
using Dialog.Faults.Hosting;

namespace Dialog.Faults;

/// <summary>
/// The power goes, again and again, in the middle of everything. DIALOG_KILLS sets how often (20 by default; 100
/// before a release).
/// </summary>
public sealed class KillTests : IDisposable
{
    private const double SendsPerSecond = 300;
    private const int LongestRound = 400;
    private static readonly TimeSpan SoonReady = TimeSpan.FromSeconds(2);
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("DIALOG_KILLS"), out var kills) ? kills : 20;

    private readonly DataFolder _data = new();

    [Test, Category("Long")]
    public async Task What_was_acknowledged_survives_the_server_being_killed_again_and_again()
    {
        var dice = new Dice(seed: 4);
        var starts = new StartTimes();
        await using var crowd = new Crowd(30);
        ServerProcess? server = null;
        for (var kill = 0; kill < Kills; kill++)
        {
            server = await starts.StartAsync(() => Premises.StartAsync(_data.Path, server));
            await crowd.ConnectAsync(server.Address);
            using var stop = new CancellationTokenSource();
            var moment = crowd.AcknowledgesAsync(dice.Between(1, LongestRound));
            var talk = crowd.TalkAsync(SendsPerSecond, stop.Token);
            await moment;
            await server.DisposeAsync();
            await stop.CancelAsync();
            await talk;
            await crowd.CutOffAsync();
        }

        await using var last = await starts.StartAsync(() => Premises.StartAsync(_data.Path, server));
        await crowd.ConnectAsync(last.Address);
        await crowd.AcknowledgedAsync();
        var audit = await Audit.OfAsync(crowd.Visitors, last.Address);
        await last.StopAsync();

        TestContext.Out.WriteLine($"Ready after {starts.Median.TotalSeconds:0.00} s, {starts.MedianAlone.TotalSeconds:0.00} s of an idle machine");
        audit.IsClean();
        Assert.That(audit.Acknowledged, Is.EqualTo(audit.Sent).And.GreaterThan(Kills * LongestRound / 4));
        Assert.That(DataFolder.Integrity(_data.Path), Is.EqualTo("ok"));
        Assert.That(starts.MedianAlone, Is.LessThan(SoonReady));
    }

    public void Dispose() => _data.Dispose();
}
