using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Dialog.AspNetCore;
using Dialog.Tests;
using Microsoft.AspNetCore.Builder;

namespace Dialog.Cli.Tests.Load;

public sealed class LoadCommandTests
{
    private static readonly string[] Figures = ["sent", "acknowledged", "answered", "lost", "doubled", "outOfOrder", "p50", "p90", "p99", "max"];

    [Test]
    public async Task A_short_run_against_the_real_server_is_clean()
    {
        using var folder = new TemporaryFolder();
        await using var server = await FakeServer.StartAsync(
            services => services.AddDialog(options =>
            {
                options.DataFolder = folder.Path;
                options.StarterBots.Add(Path.Combine(AppContext.BaseDirectory, "demo", "shop-en.json"));
            }),
            app => app.MapDialog("/support"));
        using var cli = new Cli();

        var code = cli.Load(server.Address + "/support/", "demo-en", "--json");

        Assert.That(code, Is.Zero, cli.Error);
        using var json = JsonDocument.Parse(cli.Output);
        Assert.Multiple(() =>
        {
            Assert.That(Figures.Select(name => json.RootElement.GetProperty(name).ValueKind), Is.All.EqualTo(JsonValueKind.Number));
            Assert.That(json.RootElement.GetProperty("sent").GetInt32(), Is.EqualTo(30));
            Assert.That(json.RootElement.GetProperty("answered").GetInt32(), Is.EqualTo(30));
            Assert.That(json.RootElement.GetProperty("p50").GetDouble(), Is.Positive.And.LessThanOrEqualTo(json.RootElement.GetProperty("max").GetDouble()));
        });
    }

    [Test]
    public async Task Without_json_a_table_tells_the_same()
    {
        await using var server = await FakeServer.WithHubAsync(Fault.None);
        using var cli = new Cli();
        Assert.That(cli.Load(server.Address, "shop"), Is.Zero, cli.Error);
        Assert.That(cli.Output, Does.Contain("answered").And.Contain("p99").And.Contain(" ms"));
        Assert.That(cli.Error, Does.Contain("Sending 30 messages a second"));
    }

    [Test]
    public async Task At_rate_0_the_visitors_are_silent()
    {
        await using var server = await FakeServer.WithHubAsync(Fault.None);
        using var cli = new Cli();
        Assert.That(cli.Run("load", "--url", server.Address, "--bot", "shop", "--connections", "3", "--rate", "0", "--seconds", "0.1", "--json"), Is.Zero, cli.Error);
        using var json = JsonDocument.Parse(cli.Output);
        Assert.That(json.RootElement.GetProperty("sent").GetInt32(), Is.Zero);
        Assert.That(json.RootElement.GetProperty("p99").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task Visitors_say_what_the_file_holds()
    {
        await using var server = await FakeServer.WithHubAsync(Fault.None);
        using var cli = new Cli();
        var file = cli.File("messages.txt", "when do you \"open\"?\n\nساعت کاری؟\n");
        Assert.That(cli.Load(server.Address, "shop", "--messages", file), Is.Zero, cli.Error);
    }

    [Test]
    public async Task An_unknown_bot_is_told_in_one_sentence()
    {
        await using var server = await FakeServer.WithHubAsync(Fault.None);
        Assert.That(ErrorOf(server.Address, "nobody"), Does.Contain("knows no bot of this key"));
    }

    [Test]
    public async Task A_server_without_the_hub_is_told_in_one_sentence()
    {
        await using var server = await FakeServer.StartAsync(_ => { }, app => app.MapGet("/", () => "a page"));
        Assert.That(ErrorOf(server.Address, "shop"), Does.Contain("answered 404 to /hubs/chat"));
    }

    [Test]
    public void A_port_where_nobody_listens_is_told_in_one_sentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.That(ErrorOf($"http://127.0.0.1:{port}", "shop"), Does.Contain("Nothing listens at"));
    }

    [TestCase("localhost:5080")]
    [TestCase("ftp://localhost")]
    [TestCase("five thousand")]
    public void An_address_that_is_none_is_told_in_one_sentence(string url) =>
        Assert.That(ErrorOf(url, "shop"), Does.Contain("no address of a server"));

    [TestCase("--connections", "0")]
    [TestCase("--rate", "-1")]
    [TestCase("--seconds", "long")]
    public void Senseless_numbers_are_refused(string option, string value)
    {
        using var cli = new Cli();
        Assert.That(cli.Run("load", "--url", "http://127.0.0.1:1", "--bot", "shop", option, value), Is.Not.Zero);
        Assert.That(cli.Error, Does.Contain($"{option} is a number from"));
    }

    [Test]
    public void An_empty_file_of_messages_is_refused()
    {
        using var cli = new Cli();
        Assert.That(cli.Load("http://127.0.0.1:1", "shop", "--messages", cli.File("messages.txt", "\n \n")), Is.EqualTo(1));
        Assert.That(cli.Error, Does.Contain("the file is empty"));
    }

    private static string ErrorOf(string url, string bot)
    {
        using var cli = new Cli();
        Assert.That(cli.Load(url, bot, "--json"), Is.EqualTo(1));
        Assert.That(cli.Output, Is.Empty);
        var lines = cli.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("Connecting", StringComparison.Ordinal));
        return lines.Single();
    }
}
