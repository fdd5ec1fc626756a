using System.Text.Json;

namespace Dialog.Cli.Tests.Load;

/// <summary>The load tool against a hub that does one thing wrong for each of five visitors.</summary>
public sealed class LoadFaultTests
{
    private const int Visitors = 5;
    private const int Messages = 30;

    [TestCase(Fault.None, 0, 0, 0)]
    [TestCase(Fault.Lose, Visitors, 0, 0)]
    [TestCase(Fault.Garble, Visitors, 0, 0)]
    [TestCase(Fault.KeepTwice, 0, Visitors, 0)]
    [TestCase(Fault.PushTwice, 0, Visitors, 0)]
    [TestCase(Fault.PushAnswerFirst, 0, 0, Visitors)]
    [TestCase(Fault.LoseAnswer, 0, 0, Visitors)]
    [TestCase(Fault.Swap, 0, 0, 2 * Visitors)]
    [TestCase(Fault.NeverPush, 0, 0, 0)]
    public async Task What_the_hub_does_wrong_is_counted_once(Fault fault, int lost, int doubled, int outOfOrder)
    {
        var (code, figures) = await RunAsync(fault);
        Assert.Multiple(() =>
        {
            Assert.That(figures("sent"), Is.EqualTo(Messages));
            Assert.That(figures("acknowledged"), Is.EqualTo(Messages));
            Assert.That(figures("answered"), Is.EqualTo(Messages), "an answer that was not pushed is fetched when the next one is");
            Assert.That(figures("lost"), Is.EqualTo(lost), "lost");
            Assert.That(figures("doubled"), Is.EqualTo(doubled), "doubled");
            Assert.That(figures("outOfOrder"), Is.EqualTo(outOfOrder), "out of order");
            Assert.That(code, lost + doubled + outOfOrder > 0 ? Is.EqualTo(1) : Is.Zero);
        });
    }

    [Test]
    public async Task What_is_refused_is_neither_acknowledged_nor_lost()
    {
        var (code, figures) = await RunAsync(Fault.Refuse);
        Assert.Multiple(() =>
        {
            Assert.That(figures("refused"), Is.EqualTo(Visitors));
            Assert.That(figures("acknowledged"), Is.EqualTo(Messages - Visitors));
            Assert.That(figures("lost"), Is.Zero);
            Assert.That(code, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_message_between_two_is_answered_with_the_next()
    {
        var (code, figures) = await RunAsync(Fault.NeverAnswer);
        Assert.That(figures("answered"), Is.EqualTo(Messages));
        Assert.That(code, Is.Zero);
    }

    [Test]
    public async Task A_call_that_fails_is_no_acknowledgement()
    {
        var (code, figures) = await RunAsync(Fault.NeverAcknowledge);
        Assert.That(figures("acknowledged"), Is.EqualTo(Messages - Visitors));
        Assert.That(code, Is.EqualTo(1));
    }

    [Test]
    public async Task The_limit_a_server_names_comes_with_the_setting_that_lifts_it()
    {
        await using var server = await FakeServer.WithHubAsync(Fault.Refuse);
        using var cli = new Cli();
        Assert.That(cli.Load(server.Address, "shop"), Is.EqualTo(1));
        Assert.That(cli.Error, Does.Contain("5 messages were refused: That was too fast.").And.Contain("DIALOG_VISITOR_LIMITS=off"));
    }

    private static async Task<(int Code, Func<string, long> Figure)> RunAsync(Fault fault)
    {
        await using var server = await FakeServer.WithHubAsync(fault);
        using var cli = new Cli();
        var code = cli.Load(server.Address, "shop", "--json");
        using var json = JsonDocument.Parse(cli.Output);
        var figures = json.RootElement.Clone();
        return (code, name => figures.GetProperty(name).GetInt64());
    }
}
