using Dialog.EndToEnd.Browsing;
using Dialog.EndToEnd.Hosting;
using Console = Dialog.EndToEnd.Browsing.Console;

namespace Dialog.EndToEnd.Walk;

/// <summary>What the product is for, with three people in three browsers: an owner, an agent, a visitor.</summary>
[TestFixture("fa")]
[TestFixture("en")]
public sealed class MainJobWalk(string language) : IDisposable
{
    private readonly Story _story = new(language);
    private readonly Album _album = new(language);
    private readonly TemporaryFolder _data = new();

    [Test, CancelAfter(180_000)]
    public async Task From_a_pasted_pair_to_an_answered_visitor()
    {
        await using var server = await ServerProcess.StartAsync(_data.Path);
        await using var owner = await Chromium.InviteAsync(language);
        await using var agent = await Chromium.InviteAsync(language);
        await using var visitor = await Chromium.InviteAsync(language);

        var console = await SignUpAsync(owner, server);
        await TeachAsync(console);
        await TryAsync(console);
        var (snippet, invitation) = await HandOutAsync(console);
        var (desk, deskConsole) = await JoinAsync(agent, invitation);

        await using var shop = await Shop.OpenAsync(snippet, language);
        // Another site than 127.0.0.1, not just another origin: the browser gives the chat's frame no storage there.
        var page = await visitor.OpenAsync(new Uri($"http://localhost:{shop.Address.Port}"));
        var chat = new Chat(page, language);
        await AskAsync(page, chat);
        await AnswerAsync(desk, deskConsole, page, chat);
        await TalkOnAsync(desk, deskConsole, page, chat);
        await ReloadAsync(page, chat);
        await CloseAsync(desk, deskConsole, page, chat);

        Assert.Multiple(() =>
        {
            Assert.That(_album.Barriers, Is.Empty, "What axe calls serious or critical.");
            Assert.That(owner.Complaints.Concat(agent.Complaints).Concat(visitor.Complaints), Is.Empty, "What the browser complained about.");
        });
    }

    public void Dispose() => _data.Dispose();

    private async Task<Console> SignUpAsync(Person owner, ServerProcess server)
    {
        await owner.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var console = new Console(await owner.OpenAsync(new Uri(server.Address, "console/")), language);
        await console.Link("session.signUp").ClickAsync();
        await Expect(console.Heading("session.signUpTitle")).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "sign-up");
        await console.SignUpAsync(_story.Owner, "owner@example.org", Story.Password);
        await Expect(console.Heading("bots.title")).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "signed-up");
        await console.CreateBotAsync(_story.Bot);
        await _album.ShootAsync(console.Page, "empty-bot");
        return console;
    }

    private async Task TeachAsync(Console console)
    {
        await console.PasteLessonsAsync(_story.Lessons);
        await _album.ShootAsync(console.Page, "pasted");
        await console.Button("import.preview").ClickAsync();
        await Expect(console.Button("import.add", 12)).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "preview");
        await console.Button("import.add", 12).ClickAsync();
        await console.TrainedAsync();
        await Expect(console.Training).ToContainTextAsync(console.Digits(12));
        await _album.ShootAsync(console.Page, "trained-by-itself");
    }

    private async Task TryAsync(Console console)
    {
        await console.GoAsync("try");
        var outcome = await console.TryAsync(_story.Trial.Asked);
        await Expect(outcome.GetByText(_story.Trial.Answered)).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "tried");
    }

    private async Task<(string Snippet, Uri Invitation)> HandOutAsync(Console console)
    {
        await console.GoAsync("install");
        var snippet = await console.CopyAsync("install.copy");
        await _album.ShootAsync(console.Page, "snippet");
        await console.GoAsync("team");
        await console.Button("team.makeLink").ClickAsync();
        var link = await console.CopyAsync("team.copy");
        await _album.ShootAsync(console.Page, "invitation");
        return (snippet, new Uri(link));
    }

    private async Task<(Desk Desk, Console Console)> JoinAsync(Person agent, Uri invitation)
    {
        var console = new Console(await agent.OpenAsync(invitation), language);
        await Expect(console.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(_story.Bot);
        await _album.ShootAsync(console.Page, "invited");
        await console.SignUpAsync(_story.Agent, "agent@example.org", Story.Password);
        await console.Link("bots.openDesk").ClickAsync();
        await Expect(console.Text("desk.emptyTitle")).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "quiet-desk");
        return (new Desk(console), console);
    }

    private async Task AskAsync(IPage page, Chat chat)
    {
        await Expect(chat.Launcher).ToBeVisibleAsync();
        await _album.ShootAsync(page, "website");
        await chat.OpenAsync();
        await Expect(chat.Heading).ToHaveTextAsync(_story.Bot);
        await _album.ShootAsync(page, "panel");
        await chat.AskAsync(_story.Paraphrase.Asked);
        await chat.ShowsAsync(_story.Paraphrase.Answered);
        await _album.ShootAsync(page, "answered-by-the-bot");
        await chat.AskAsync(_story.Foreign);
        await Expect(chat.News("handoff")).ToBeVisibleAsync();
        await Expect(chat.Status("waiting")).ToBeVisibleAsync();
        await _album.ShootAsync(page, "passed-on");
    }

    private async Task AnswerAsync(Desk desk, Console console, IPage page, Chat chat)
    {
        await Expect(desk.Conversation(_story.Foreign)).ToBeVisibleAsync();
        await Expect(console.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\([1۱]\)"));
        await _album.ShootAsync(console.Page, "somebody-waits");
        await desk.Conversation(_story.Foreign).ClickAsync();
        await desk.ShowsAsync(_story.Paraphrase.Asked);
        await desk.ShowsAsync(_story.Paraphrase.Answered);
        await _album.ShootAsync(console.Page, "read");
        await desk.TakeAsync();
        await Expect(chat.News("taken", _story.Agent)).ToBeVisibleAsync();
        await desk.AnswerAsync(_story.AgentAnswer);
        await chat.ShowsAsync(_story.AgentAnswer);
        await Expect(chat.Status("answering", _story.Agent)).ToBeVisibleAsync();
        await _album.ShootAsync(page, "answered-by-a-person");
    }

    /// <summary>The bot knows the answer to this one, but keeps out of it.</summary>
    private async Task TalkOnAsync(Desk desk, Console console, IPage page, Chat chat)
    {
        var before = await chat.Messages.CountAsync();
        await chat.AskAsync(_story.WhileWithAgent);
        await desk.ShowsAsync(_story.WhileWithAgent);
        await Expect(console.Text("desk.botWouldSay").Last).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "what-the-bot-would-say");
        await desk.AnswerAsync(_story.AgentSecondAnswer);
        await chat.ShowsAsync(_story.AgentSecondAnswer);
        await Expect(chat.Messages).ToHaveCountAsync(before + 2);
        await _album.ShootAsync(page, "the-bot-keeps-out");
    }

    private async Task ReloadAsync(IPage page, Chat chat)
    {
        var before = await chat.Log.InnerTextAsync();
        await page.ReloadAsync();
        await chat.ShowsAsync(_story.AgentSecondAnswer);
        Assert.That(await chat.Log.InnerTextAsync(), Is.EqualTo(before));
        await _album.ShootAsync(page, "still-there-after-reload");
    }

    private async Task CloseAsync(Desk desk, Console console, IPage page, Chat chat)
    {
        await desk.CloseAsync();
        await Expect(chat.News("ended")).ToBeVisibleAsync();
        await _album.ShootAsync(page, "closed");
        await _album.ShootAsync(console.Page, "closed-at-the-desk");
    }
}
