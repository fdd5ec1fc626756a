using System.Net;
using System.Net.Http.Json;
using Dialog.AspNetCore.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Tests.Isolation;

/// <summary>
/// Every route there is, found in the running app, with a foreign, a random and no identity. A new route is tested
/// by itself when it lies below a bot; any other must be put into a list here, or this fails.
/// </summary>
[TestFixture]
public sealed class RouteIsolationTests
{
    private const string RandomId = "aaaabbbbccccddddeeee";

    /// <summary>Routes that are there for everybody; each is public by nature.</summary>
    private static readonly string[] Public =
    [
        "GET /api/session", "POST /api/session", "DELETE /api/session", "POST /api/accounts",
        "GET /api/invitations/{token}", "GET /api/widget/{key}",
        "GET /widget.js", "HEAD /widget.js", "GET /widget/panel", "HEAD /widget/panel",
        "GET /widget/assets/{**path}", "HEAD /widget/assets/{**path}",
        "GET /console", "HEAD /console", "GET /console/{**path}", "HEAD /console/{**path}",
        "GET /openapi/{documentName}.json", "* /health/live", "* /health/ready",
        // Its id is random and told only to who is in the conversation.
        "GET /files/{file}",
        // Its key is random and told only to the messenger.
        "POST /hooks/{key}",
    ];

    /// <summary>Routes of the signed-in person, which name nothing of anybody else's.</summary>
    private static readonly string[] OfThePerson = ["PATCH /api/account", "POST /api/bots", "POST /api/invitations/{token}"];

    /// <summary>Hubs have their own test: <see cref="HubIsolationTests"/>.</summary>
    private static readonly string[] Hubs = ["* /hubs/chat", "* /hubs/chat/negotiate", "* /hubs/desk", "* /hubs/desk/negotiate"];

    /// <summary>What lies below a bot by an id of its own.</summary>
    private static readonly string[] Things = ["{intent}", "{user}", "{conversation}", "{file}", "{channel}", "{receiver}", "{negative}", "{feedback}"];

    private DialogHost _host = null!;
    private Person _owner = null!;
    private Person _stranger = null!;
    private Person _agent = null!;
    private BotOfTest _bot = null!;
    private BotOfTest _strangersBot = null!;
    private string _intent = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await DialogHost.StartAsync();
        _owner = await Person.SignedUpAsync(_host, "owner@example.com");
        _bot = await _owner.AddBotAsync("When do you open?\nWe open at nine.");
        _intent = (await _owner.GetAsync($"api/bots/{_bot.Id}/intents")).Json[0].GetProperty("id").GetString()!;
        _stranger = await Person.SignedUpAsync(_host, "stranger@example.com");
        _strangersBot = await _stranger.AddBotAsync();
        var invitation = (await _owner.PostAsync($"api/bots/{_bot.Id}/invitations", new { role = "agent" })).Json;
        _agent = await Person.SignedUpAsync(_host, "agent@example.com", invitation.GetProperty("token").GetString());
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        _stranger.Dispose();
        _agent.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public void EveryRouteIsKnownHere()
    {
        var unknown = Routes().Where(route => !IsBelowABot(route)).Except([.. Public, .. OfThePerson, .. Hubs]);

        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public async Task ForeignAndRandomBotsGetTheSame404()
    {
        foreach (var route in BelowABot())
        {
            var foreign = await Call(_stranger, route, _bot.Id, _intent);
            var random = await Call(_stranger, route, RandomId, RandomId);

            Assert.That(foreign.Status, Is.EqualTo(HttpStatusCode.NotFound), route);
            Assert.That(foreign, Is.EqualTo(random), route);
        }
    }

    [Test]
    public async Task ThingsOfAnotherBotAreNotBelowOnesOwn()
    {
        var routes = BelowABot().Where(route => Things.Any(route.Contains)).ToList();
        Assert.That(routes, Is.Not.Empty);
        foreach (var route in routes)
        {
            var foreign = await Call(_stranger, route, _strangersBot.Id, _intent);
            var random = await Call(_stranger, route, _strangersBot.Id, RandomId);

            Assert.That(foreign.Status, Is.EqualTo(HttpStatusCode.NotFound), route);
            Assert.That(foreign, Is.EqualTo(random), route);
        }
    }

    [Test]
    public async Task SignedOutNothingOfABotOrAPersonAnswers()
    {
        using var nobody = new Person(_host);
        await nobody.GetAsync("api/session");
        foreach (var route in BelowABot().Concat(OfThePerson))
        {
            var answer = await Call(nobody, route, _bot.Id, _intent);

            Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.Unauthorized, "dialog:signed-out")), route);
        }
    }

    [Test]
    public async Task AgentsMayLookAtTheBotAndItsTrainingOnly()
    {
        string[] allowed =
        [
            "GET /api/bots/{bot}", "GET /api/bots/{bot}/training",
            "POST /api/bots/{bot}/conversations/{conversation}/files", "GET /api/bots/{bot}/files/{file}",
            "GET /api/bots/{bot}/channels", "GET /api/bots/{bot}/channels/{channel}/picture",
        ];
        foreach (var route in BelowABot())
        {
            var answer = await Call(_agent, route, _bot.Id, _intent);

            // What agents may use, but is not there, is a 404 to them as to everybody.
            Assert.That(
                answer.Status,
                allowed.Contains(route) ? Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.NotFound) : Is.EqualTo(HttpStatusCode.Forbidden), route);
        }
    }

    [Test]
    public async Task NoChangeIsMadeWithoutTheAntiforgeryToken()
    {
        var changes = Routes().Where(route => route.Contains(" /api/") && !route.StartsWith("GET", StringComparison.Ordinal)).ToList();
        foreach (var route in changes)
        {
            var answer = await Call(_owner, route, _bot.Id, _intent, withToken: false);

            Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.Forbidden, "dialog:antiforgery")), route);
        }
    }

    private IEnumerable<string> BelowABot() => Routes().Where(IsBelowABot);

    private static bool IsBelowABot(string route) => route.Contains("/api/bots/{bot}");

    private IEnumerable<string> Routes() =>
        _host.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(endpoint => Methods(endpoint).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"))
            .Distinct();

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["*"];

    private static Task<Answer> Call(Person person, string route, string bot, string child, bool withToken = true)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1].TrimStart('/'));
        path = Things.Aggregate(path.Replace("{bot}", bot).Replace("{token}", RandomId), (made, thing) => made.Replace(thing, child));
        Assert.That(path, Does.Not.Contain("{"), "a parameter this test does not know");
        var content = method is "GET" or "DELETE" ? null : JsonContent.Create(new { title = "x", answer = "x", examples = new[] { "x" }, text = "x", texts = new[] { "x" }, intent = "x" });
        return person.SendAsync(new HttpMethod(method), path, content, withToken);
    }
}
