using System.Net;
using Dialog.Tests;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dialog.AspNetCore.Tests.Hosting;

[TestFixture]
public sealed class EmbeddingTests
{
    [Test]
    public async Task AnotherAppHostsDialogUnderAPathInADozenLines()
    {
        using var folder = new TemporaryFolder();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddDialog(options => options.DataFolder = folder.Path);
        await using var app = builder.Build();
        app.MapGet("/", () => "the host's own page");
        app.MapDialog("/support");
        await app.StartAsync();

        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await http.GetStringAsync("/"), Is.EqualTo("the host's own page"));
            Assert.That(await http.GetStringAsync("/support/health/ready"), Is.EqualTo("Healthy"));
            Assert.That(await http.GetStringAsync("/support/console/bots"), Does.Contain("<base href=\"/support/console/\""));
            Assert.That(await http.GetStringAsync("/support/widget.js"), Is.Not.Empty);
            Assert.That(await http.GetStringAsync("/support/openapi/v1.json"), Does.Contain("/support/api/session"));
            Assert.That((await http.GetAsync("/api/session")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }

    [Test]
    public async Task TheWholePathWorksUnderAPrefix()
    {
        await using var host = await DialogHost.StartAsync("/support");
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync("When do you open?\nwhat are your hours\nWe open at nine.");
        await using var visitor = await HubClient.VisitorAsync(host, bot);

        await visitor.CallAsync("Send", new { id = "m1", text = "what are your opening hours" });

        var events = await visitor.PushedAsync("events", _ => true);
        Assert.That(events.EnumerateArray().Last().GetProperty("text").GetString(), Is.EqualTo("We open at nine."));
    }

    [Test]
    public async Task InvitationsPointToWhereDialogIsMounted()
    {
        await using var host = await DialogHost.StartAsync("/support");
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync();

        var invitation = await owner.PostAsync($"api/bots/{bot.Id}/invitations", new { role = "agent" });

        Assert.That(invitation.Json.GetProperty("url").GetString(), Does.StartWith($"{host.Address}console/join/"));
    }

    [Test]
    public async Task ARestartFindsEverythingAndSignsNobodyOut()
    {
        using var folder = new TemporaryFolder();
        string token, cookie;
        BotOfTest bot;
        await using (var first = await DialogHost.StartAsync(folder: folder.Path))
        {
            using var owner = await Person.SignedUpAsync(first, "owner@example.com");
            bot = await owner.AddBotAsync("When do you open?\nwhat are your hours\nWe open at nine.");
            await using var visitor = await HubClient.VisitorAsync(first, bot);
            await visitor.CallAsync("Send", new { id = "m1", text = "when do you open" });
            token = visitor.Hello.GetProperty("token").GetString()!;
            cookie = owner.CookieHeader;
        }

        await using var second = await DialogHost.StartAsync(folder: folder.Path);
        await using var again = await HubClient.VisitorAsync(second, bot, token);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = second.Address };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        var session = await http.GetStringAsync("api/session");

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(again.Hello.GetProperty("events").GetArrayLength(), Is.EqualTo(2));
            Assert.That(session, Does.Contain("owner@example.com"));
            var repeated = await again.CallAsync("Send", new { id = "m1", text = "when do you open" });
            Assert.That(repeated.GetProperty("value").GetProperty("sequence").GetInt64(), Is.EqualTo(1));
        });
    }
}
