using System.Net;

namespace Dialog.Telegram.Tests;

/// <summary>Addresses that people name must not lead into the server's own network.</summary>
public sealed class PublicNetworkTests
{
    [TestCase("149.154.167.220")]
    [TestCase("2001:67c:4e8:f004::9")]
    public void The_internet_is_public(string address) => Assert.That(PublicNetwork.Holds(IPAddress.Parse(address)), Is.True);

    [TestCase("127.0.0.1")]
    [TestCase("10.1.2.3")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.1.1")]
    [TestCase("169.254.169.254")]
    [TestCase("100.64.0.1")]
    [TestCase("0.0.0.0")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::ffff:10.0.0.1")]
    [TestCase("64:ff9b::a00:1")]
    [TestCase("2002:a00:1::")]
    [TestCase("fd00::1")]
    [TestCase("fe80::1")]
    public void What_is_inside_is_not(string address) => Assert.That(PublicNetwork.Holds(IPAddress.Parse(address)), Is.False);

    [TestCase("http://127.0.0.1:9")]
    [TestCase("http://localhost:9")]
    [TestCase("http://[::1]:9")]
    public void A_name_is_judged_by_where_it_leads(string address)
    {
        using var client = new BotClient(Options() with { BaseAddress = new Uri(address) });

        Assert.That(() => client.GetMeAsync(), Fails());
    }

    [Test]
    public void A_proxy_inside_is_refused_as_well()
    {
        using var client = new BotClient(Options() with { BaseAddress = new Uri("https://api.telegram.org"), Proxy = new Uri("socks5://127.0.0.1:9") });

        Assert.That(() => client.GetMeAsync(), Fails());
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Fails() =>
        Throws.InstanceOf<BotApiException>().With.Property("Problem").InstanceOf<BotProblem.PrivateAddress>();

    private static BotOptions Options() => new()
    {
        Token = BotToken.TryParse(BotApi.Token, out var token) ? token : throw new InvalidOperationException(),
        PublicOnly = true,
        Retries = 0,
    };
}
