using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Dialog.Telegram.Tests;

/// <summary>Over a real connection, with the client's own handler.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SocketTests : IDisposable
{
    private readonly BotApi _api = new(TimeProvider.System);

    public void Dispose() => _api.Dispose();

    private static BotOptions Options(Uri address, string file = "file") => new()
    {
        Token = BotToken.TryParse(BotApi.Token, out var token) ? token : throw new InvalidOperationException(),
        BaseAddress = address,
        FileAddress = new Uri(address, file),
        Retries = 0,
    };

    [Test]
    public async Task Messages_and_files_go_both_ways_and_nothing_traces_the_token()
    {
        var traces = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traces.AddRange(activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")),
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await BotApiServer.StartAsync(_api);
        using var client = new BotClient(Options(server.Address));
        Assert.That((await client.GetMeAsync()).Username, Is.EqualTo("dialog_bot"));
        Assert.That((await client.SendMessageAsync(1, MessageText.Html("سلام <b>دنیا</b>"))).Text, Is.EqualTo("سلام <b>دنیا</b>"));
        var bytes = new byte[1_000_000];
        Array.Fill(bytes, (byte)7);
        using var stream = new MemoryStream(bytes);
        await client.SendDocumentAsync(1, new OutgoingFile("سند.pdf", stream));
        Assert.That(_api.CallsOf("sendDocument").Single().Fields["document"]!["name"]!.ToString(), Is.EqualTo("سند.pdf"));
        _api.Files["F1"] = bytes;
        using var target = new MemoryStream();
        await client.DownloadAsync(await client.GetFileAsync("F1"), target);
        Assert.That(target.ToArray(), Is.EqualTo(bytes));
        Assert.That(traces.Where(trace => trace.Contains("FakeToken", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Where_nobody_listens_the_message_certainly_did_not_go_out()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var client = new BotClient(Options(new Uri($"http://127.0.0.1:{port}")));
        Assert.That(() => client.SendMessageAsync(1, MessageText.Plain("hello")), Throws.InstanceOf<BotApiException>()
            .With.Property("Problem").Matches<BotProblem>(problem => problem is BotProblem.Network { MaybeDone: false })
            .And.Message.Not.Contains("FakeToken"));
    }

    [Test]
    public async Task A_connection_cut_before_the_answer_leaves_it_open()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new BotClient(Options(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}")));
        var sending = client.SendMessageAsync(1, MessageText.Plain("hello"));
        using (var socket = await listener.AcceptTcpClientAsync())
            Assert.That(await socket.GetStream().ReadAsync(new byte[100]), Is.GreaterThan(0));
        Assert.That(async () => await sending, Throws.InstanceOf<BotApiException>()
            .With.Property("Problem").Matches<BotProblem>(problem => problem is BotProblem.Network { MaybeDone: true }));
    }

    [Test]
    public void A_proxy_keeps_its_name_and_password_apart_from_its_address()
    {
        using var handler = BotHandler.Create(Options(new Uri("https://api.telegram.org")) with { Proxy = new Uri("socks5://me:pass%20word@proxy.example:1080") });
        var proxy = (WebProxy)handler.Proxy!;
        Assert.That(proxy.Address, Is.EqualTo(new Uri("socks5://proxy.example:1080")));
        Assert.That(proxy.Credentials!.GetCredential(proxy.Address!, "Basic"), Has.Property("UserName").EqualTo("me").And.Property("Password").EqualTo("pass word"));
    }

    [Test]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = await BotApiServer.StartAsync(_api);
        using var client = new BotClient(Options(new Uri(server.Address, "away")));
        Assert.That(async () => await client.GetMeAsync(), Throws.InstanceOf<BotApiException>()
            .With.Property("Problem").EqualTo(new BotProblem.NotBotApi(302)));
        Assert.That(_api.Calls, Is.Empty);
    }
}
