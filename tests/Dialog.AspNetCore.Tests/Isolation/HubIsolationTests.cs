using System.Net.WebSockets;
using System.Reflection;
using Dialog.AspNetCore.Realtime;
using Dialog.AspNetCore.Tests.Hosting;
using Microsoft.AspNetCore.SignalR;

namespace Dialog.AspNetCore.Tests.Isolation;

/// <summary>Every method of every hub, called by who has no right to what it names.</summary>
[TestFixture]
public sealed class HubIsolationTests
{
    private const string RandomId = "aaaabbbbccccddddeeee";

    /// <summary>Methods of the desk, with a call that names a conversation. Join is called in every test.</summary>
    private static readonly Dictionary<string, Func<string, object>> DeskCalls = new()
    {
        ["Read"] = conversation => new { conversation, after = 0 },
        ["Take"] = conversation => new { conversation },
        ["Return"] = conversation => new { conversation },
        ["Close"] = conversation => new { conversation },
        ["Answer"] = conversation => new { conversation, id = "a1", text = "hello" },
        ["Resend"] = conversation => new { conversation, sequence = 1 },
    };

    private DialogHost _host = null!;
    private Person _owner = null!;
    private Person _stranger = null!;
    private BotOfTest _bot = null!;
    private BotOfTest _strangersBot = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await DialogHost.StartAsync();
        _owner = await Person.SignedUpAsync(_host, "owner@example.com");
        _bot = await _owner.AddBotAsync("When do you open?\nWe open at nine.");
        _stranger = await Person.SignedUpAsync(_host, "stranger@example.com");
        _strangersBot = await _stranger.AddBotAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        _stranger.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public void EveryMethodIsTestedHere()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Methods<DeskHub>(), Is.EquivalentTo(DeskCalls.Keys.Concat(["Join", "Typing"])));
            Assert.That(Methods<ChatHub>(), Is.EquivalentTo(new[] { "Hello", "Send", "AskForPerson", "Choose", "Reject", "After", "Link", "Typing" }));
        });
    }

    [Test]
    public async Task AStrangersDeskDoesNotFindForeignConversations()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await visitor.CallAsync("AskForPerson", new { id = "m1" });
        await using var desk = await HubClient.ConnectAsync(_host, "hubs/desk", _stranger);
        await desk.CallAsync("Join", new { bot = _strangersBot.Id });

        foreach (var (method, call) in DeskCalls)
        {
            var foreign = await desk.CallAsync(method, call(visitor.Conversation));
            var random = await desk.CallAsync(method, call(RandomId));

            Assert.That(foreign.GetRawText(), Does.Contain("dialog:not-found"), method);
            Assert.That(foreign.GetRawText(), Is.EqualTo(random.GetRawText()), method);
        }

        var page = await visitor.CallAsync("After", new { after = 0 });
        Assert.That(page.GetRawText(), Does.Not.Contain("taken").And.Not.Contain("hello"));
    }

    [Test]
    public async Task AForeignAndARandomDeskAreTheSameNothing()
    {
        await using var desk = await HubClient.ConnectAsync(_host, "hubs/desk", _stranger);

        var foreign = await desk.CallAsync("Join", new { bot = _bot.Id });
        var random = await desk.CallAsync("Join", new { bot = RandomId });

        Assert.That(foreign.GetRawText(), Is.EqualTo(random.GetRawText()).And.Contains("dialog:not-found"));
    }

    [Test]
    public async Task BeforeJoiningNoDeskMethodAnswers()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await using var desk = await HubClient.ConnectAsync(_host, "hubs/desk", _owner);

        foreach (var (method, call) in DeskCalls)
            Assert.That((await desk.CallAsync(method, call(visitor.Conversation))).GetRawText(), Does.Contain("dialog:not-found"), method);
    }

    [Test]
    public async Task ATypingSignOfAStrangerReachesNobody()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await using var desk = await HubClient.ConnectAsync(_host, "hubs/desk", _stranger);
        await desk.CallAsync("Join", new { bot = _strangersBot.Id });
        await desk.CallAsync("Typing", new { conversation = visitor.Conversation });

        await visitor.CallAsync("Send", new { id = "m1", text = "when do you open" });

        var first = await visitor.PushedAsync("events", _ => true);
        Assert.That(visitor.SkippedPushes, Is.Zero, first.GetRawText());
    }

    [Test]
    public async Task SignedOutTheDeskDoesNotConnect()
    {
        var refused = await Assert.CatchAsync<WebSocketException>(() => HubClient.ConnectAsync(_host, "hubs/desk"));
        Assert.That(refused!.Message, Does.Contain("401"));
    }

    [Test]
    public async Task PagesOfOtherOriginsDoNotConnect([Values("hubs/chat", "hubs/desk")] string hub)
    {
        var refused = await Assert.CatchAsync<WebSocketException>(() => HubClient.ConnectAsync(_host, hub, _owner, origin: "https://evil.example"));
        Assert.That(refused!.Message, Does.Contain("403"));
    }

    [Test]
    public async Task AVisitorsTokenOpensNothingAtAnotherBot()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await visitor.CallAsync("Send", new { id = "m1", text = "my private matter" });

        await using var elsewhere = await HubClient.VisitorAsync(_host, _strangersBot, visitor.Hello.GetProperty("token").GetString());

        Assert.Multiple(() =>
        {
            Assert.That(elsewhere.Conversation, Is.Not.EqualTo(visitor.Conversation));
            Assert.That(elsewhere.Hello.GetProperty("events").GetArrayLength(), Is.Zero);
        });
    }

    [Test]
    public async Task BeforeHelloNoVisitorMethodAnswers()
    {
        await using var visitor = await HubClient.ConnectAsync(_host, "hubs/chat");
        foreach (var (method, call) in new (string, object)[]
        {
            ("Send", new { id = "m1", text = "hi" }), ("AskForPerson", new { id = "m1" }), ("After", new { after = 0 }),
            ("Choose", new { id = "m1", sequence = 1, choice = "x" }), ("Reject", new { id = "m1", sequence = 1 }),
        })
        {
            Assert.That((await visitor.CallAsync(method, call)).GetRawText(), Does.Contain("dialog:hello-first"), method);
        }
    }

    [Test]
    public async Task APressReachesOnlyMessagesOfTheVisitorsOwnConversation()
    {
        await using var first = await HubClient.VisitorAsync(_host, _bot);
        await first.CallAsync("Send", new { id = "m1", text = "when do you open" });
        await using var second = await HubClient.VisitorAsync(_host, _bot);

        await second.CallAsync("Reject", new { id = "r1", sequence = 2 });
        await second.CallAsync("Choose", new { id = "c1", sequence = 2, choice = (string?)null });

        var pages = (await first.CallAsync("After", new { after = 0 }), await second.CallAsync("After", new { after = 0 }));
        Assert.Multiple(() =>
        {
            Assert.That(pages.Item1.GetProperty("value").GetProperty("last").GetInt64(), Is.EqualTo(2));
            Assert.That(pages.Item2.GetProperty("value").GetProperty("last").GetInt64(), Is.Zero);
        });
    }

    [Test]
    public async Task TwoVisitorsDoNotHearEachOther()
    {
        await using var first = await HubClient.VisitorAsync(_host, _bot);
        await using var second = await HubClient.VisitorAsync(_host, _bot);
        await first.CallAsync("Send", new { id = "m1", text = "my private matter" });
        await second.CallAsync("Send", new { id = "m1", text = "when do you open" });

        var heard = await second.PushedAsync("events", _ => true);

        Assert.That(heard.GetRawText(), Does.Not.Contain("private"));
    }

    private static IEnumerable<string> Methods<THub>() where THub : Hub =>
        typeof(THub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && method.GetBaseDefinition() == method)
            .Select(method => method.Name);
}
