using System.Text.Json;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Realtime;

[TestFixture]
public sealed class ConversationTests
{
    private const string Knowledge = """
        When do you open?
        what are your hours
        opening times please
        We open at nine.

        Do you ship abroad?
        can you deliver to another country
        Yes, to most of Europe.
        """;

    private DialogHost _host = null!;
    private Person _owner = null!;
    private BotOfTest _bot = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await DialogHost.StartAsync();
        _owner = await Person.SignedUpAsync(_host, "owner@example.com");
        _bot = await _owner.AddBotAsync(Knowledge);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task AForeignMessageReachesTheDeskAndTheAgentsAnswerTheVisitor()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await using var desk = await JoinAsync();
        await visitor.CallAsync("Send", new { id = "m1", text = "my parrot ate the invoice" });

        var waiting = await desk.PushedAsync("conversation", IsOf(visitor, "waiting"));
        var read = (await desk.CallAsync("Read", new { conversation = visitor.Conversation, after = 0 })).GetProperty("value");
        await desk.CallAsync("Take", new { conversation = visitor.Conversation });
        await desk.CallAsync("Answer", new { conversation = visitor.Conversation, id = "a1", text = "We will send it again." });
        var answer = await visitor.PushedAsync("events", events => From(events, "agent", "message"));

        Assert.Multiple(() =>
        {
            Assert.That(waiting.GetProperty("preview").GetString(), Is.EqualTo("my parrot ate the invoice"));
            Assert.That(read.GetProperty("events")[0].GetProperty("match").GetProperty("outcome").GetString(), Is.EqualTo("handoff"));
            Assert.That(answer[0].GetProperty("text").GetString(), Is.EqualTo("We will send it again."));
            Assert.That(answer[0].GetProperty("name").GetString(), Is.EqualTo("owner"));
        });
    }

    [Test]
    public async Task WhileAnAgentHasItTheBotIsSilentButTheDeskSeesWhatItWouldHaveSaid()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await using var desk = await JoinAsync();
        await visitor.CallAsync("AskForPerson", new { id = "m1" });
        await desk.CallAsync("Take", new { conversation = visitor.Conversation });

        await visitor.CallAsync("Send", new { id = "m2", text = "when do you open" });

        var events = (await desk.CallAsync("Read", new { conversation = visitor.Conversation, after = 0 })).GetProperty("value").GetProperty("events");
        var last = events.EnumerateArray().Last();
        Assert.Multiple(() =>
        {
            Assert.That(last.GetProperty("from").GetString(), Is.EqualTo("visitor"));
            Assert.That(last.GetProperty("match").GetProperty("answer").GetString(), Is.EqualTo("We open at nine."));
        });
    }

    [Test]
    public async Task VisitorsNeverSeeHowSureTheBotWas()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await visitor.CallAsync("Send", new { id = "m1", text = "when do you open" });

        var page = await visitor.CallAsync("After", new { after = 0 });

        Assert.That(page.GetRawText(), Does.Not.Contain("confidence").And.Not.Contain("match"));
    }

    [Test]
    public async Task HandedBackTheBotAnswersAgainAndClosedTheNextMessageOpensIt()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await using var desk = await JoinAsync();
        await visitor.CallAsync("AskForPerson", new { id = "m1" });
        await desk.CallAsync("Take", new { conversation = visitor.Conversation });

        await desk.CallAsync("Return", new { conversation = visitor.Conversation });
        await visitor.CallAsync("Send", new { id = "m2", text = "when do you open" });
        var afterReturn = await visitor.PushedAsync("events", events => From(events, "bot", "message", "We open at nine."));
        var closed = (await desk.CallAsync("Close", new { conversation = visitor.Conversation })).GetProperty("value");
        await visitor.CallAsync("Send", new { id = "m3", text = "do you ship abroad" });
        var afterClose = await visitor.PushedAsync("events", events => From(events, "bot", "message", "Yes, to most of Europe."));

        Assert.Multiple(() =>
        {
            Assert.That(afterReturn.GetArrayLength(), Is.EqualTo(2));
            Assert.That(closed.GetProperty("state").GetString(), Is.EqualTo("closed"));
            Assert.That(afterClose.GetArrayLength(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task TwoAgentsCannotHaveOneConversation()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await visitor.CallAsync("AskForPerson", new { id = "m1" });
        using var colleague = await InvitedAsync("colleague@example.com");
        await using var first = await JoinAsync();
        await using var second = await JoinAsync(colleague);

        await first.CallAsync("Take", new { conversation = visitor.Conversation });
        var refused = await second.CallAsync("Take", new { conversation = visitor.Conversation });
        var answered = await second.CallAsync("Answer", new { conversation = visitor.Conversation, id = "a1", text = "me too" });

        Assert.Multiple(() =>
        {
            Assert.That(Problem(refused), Is.EqualTo("dialog:already-taken"));
            Assert.That(Problem(answered), Is.EqualTo("dialog:not-taken"));
        });
    }

    [Test]
    public async Task WhoIsTakenOutOfTheTeamIsOutAtOnce()
    {
        using var agent = await InvitedAsync("leaving@example.com");
        await using var desk = await JoinAsync(agent);
        var id = (await agent.GetAsync("api/session")).Json.GetProperty("user").GetProperty("id").GetString();

        await _owner.SendAsync(HttpMethod.Delete, $"api/bots/{_bot.Id}/members/{id}");

        await desk.ClosedAsync();
        await using var back = await HubClient.ConnectAsync(_host, "hubs/desk", agent);
        Assert.That(Problem(await back.CallAsync("Join", new { bot = _bot.Id })), Is.EqualTo("dialog:not-found"));
    }

    [Test]
    public async Task TypingIsSeenOnTheOtherSide()
    {
        await using var visitor = await HubClient.VisitorAsync(_host, _bot);
        await using var desk = await JoinAsync();
        await visitor.CallAsync("AskForPerson", new { id = "m1" });
        await desk.CallAsync("Take", new { conversation = visitor.Conversation });
        await desk.CallAsync("Read", new { conversation = visitor.Conversation, after = 0 });

        await visitor.CallAsync("Typing");
        await desk.CallAsync("Typing", new { conversation = visitor.Conversation });

        await desk.PushedAsync("typing", sign => sign.GetProperty("conversation").GetString() == visitor.Conversation);
        var sign = await visitor.PushedAsync("typing", _ => true);
        Assert.That(sign.GetProperty("name").GetString(), Is.EqualTo("owner"));
    }

    private async Task<HubClient> JoinAsync(Person? person = null)
    {
        var desk = await HubClient.ConnectAsync(_host, "hubs/desk", person ?? _owner);
        await desk.CallAsync("Join", new { bot = _bot.Id });
        return desk;
    }

    private async Task<Person> InvitedAsync(string email)
    {
        var invitation = await _owner.PostAsync($"api/bots/{_bot.Id}/invitations", new { role = "agent" });
        return await Person.SignedUpAsync(_host, email, invitation.Json.GetProperty("token").GetString());
    }

    private static Func<JsonElement, bool> IsOf(HubClient visitor, string state) => item =>
        item.GetProperty("id").GetString() == visitor.Conversation && item.GetProperty("state").GetString() == state;

    private static bool From(JsonElement events, string author, string kind, string? text = null) => events.EnumerateArray().Any(e =>
        e.GetProperty("from").GetString() == author && e.GetProperty("kind").GetString() == kind
        && (text is null || e.GetProperty("text").GetString() == text));

    private static string? Problem(JsonElement reply) => reply.GetProperty("problem").GetProperty("type").GetString();
}
