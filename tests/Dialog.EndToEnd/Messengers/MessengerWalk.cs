using Dialog.EndToEnd.Browsing;
using Dialog.EndToEnd.Hosting;
using Dialog.EndToEnd.Walk;
using Console = Dialog.EndToEnd.Browsing.Console;

namespace Dialog.EndToEnd.Messengers;

/// <summary>An owner connects Telegram and Bale; somebody writes there and is answered, by the bot and at the desk.</summary>
[TestFixture("fa")]
[TestFixture("en")]
public sealed class MessengerWalk(string language) : IDisposable
{
    private static readonly byte[] Photo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly Dictionary<string, string> AllowThisMachine = new() { ["DIALOG_PRIVATE_ADDRESSES"] = "on" };

    private readonly Story _story = new(language);
    private readonly Album _album = new($"{language}/messengers");
    private readonly TemporaryFolder _data = new();
    private readonly BotApi _telegram = new(TimeProvider.System);
    private readonly BotApi _bale = new(TimeProvider.System, BotApi.BaleToken, "dialog_bale_bot") { IsBale = true };

    [Test, CancelAfter(240_000)]
    public async Task From_a_token_to_an_answered_chat()
    {
        using var apis = new BotApis(_telegram, _bale);
        await using var messenger = await BotApiServer.StartAsync(apis);
        await using var server = await ServerProcess.StartAsync(_data.Path, settings: AllowThisMachine);
        await using var owner = await Chromium.InviteAsync(language);
        var visitor = new ChatPerson(_telegram, id: 7, _story.Agent, "visitor_7");

        var console = await TeachAsync(owner, server);
        var page = new MessengersPage(console);
        await ConnectAsync(console, page, messenger.Address);
        var desk = await AskAsync(console, visitor);
        await AnswerAsync(console, desk, visitor);
        await BlockAsync(console, visitor);
        await ReportAsync(console, page);
        await TurnOffAsync(console, page);

        Assert.Multiple(() =>
        {
            Assert.That(_album.Barriers, Is.Empty, "What axe calls serious or critical.");
            Assert.That(owner.Complaints.Where(complaint => !complaint.Contains("400", StringComparison.Ordinal)), Is.Empty, "What the browser complained about.");
        });
    }

    public void Dispose()
    {
        _data.Dispose();
        _telegram.Dispose();
        _bale.Dispose();
    }

    private async Task<Console> TeachAsync(Person owner, ServerProcess server)
    {
        await owner.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var console = new Console(await owner.OpenAsync(new Uri(server.Address, "console/")), language);
        await console.Link("session.signUp").ClickAsync();
        await console.SignUpAsync(_story.Owner, "owner@example.org", Story.Password);
        await console.CreateBotAsync(_story.Bot);
        await console.PasteLessonsAsync(_story.Lessons);
        await console.Button("import.preview").ClickAsync();
        await console.Button("import.add", 12).ClickAsync();
        await console.TrainedAsync();
        return console;
    }

    /// <summary>A wrong token is refused at its field first.</summary>
    private async Task ConnectAsync(Console console, MessengersPage page, Uri api)
    {
        await console.GoAsync("messengers");
        await Expect(console.Heading("messengers.title")).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "not-connected");
        await page.ConnectAsync("telegram", "123456:WrongTokenOfTheTests_0123456789-abcd", api);
        await Expect(page.Field("telegram", "messengers.token")).ToHaveAttributeAsync("aria-invalid", "true");
        await _album.ShootAsync(console.Page, "refused");
        await page.PasteTokenAsync("telegram", BotApi.Token);
        await page.StateIsAsync("telegram", "receiving");
        await page.ConnectAsync("bale", BotApi.BaleToken, api);
        await page.StateIsAsync("bale", "receiving");
        await Expect(page.Card("telegram").GetByText("@dialog_bot")).ToBeVisibleAsync();
        await Expect(page.Card("bale").GetByText("@dialog_bale_bot")).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "connected");
        await page.Button("telegram", "messengers.settings").ClickAsync();
        await Expect(console.Text("messengers.webhookMissing").First).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "settings");
    }

    private async Task<Desk> AskAsync(Console console, ChatPerson visitor)
    {
        visitor.Say(_story.Paraphrase.Asked);
        await visitor.HeardAsync(message => message.Text.Contains(_story.Paraphrase.Answered, StringComparison.Ordinal));
        var question = visitor.Say(_story.WhileWithAgent);
        visitor.Edit(question, _story.Foreign);
        visitor.Say(_story.Foreign);
        await console.GoAsync("desk");
        var desk = new Desk(console);
        await Expect(desk.List.GetByText(_story.Agent, new() { Exact = true }).First).ToBeVisibleAsync();
        await desk.Conversation(_story.Agent).First.ClickAsync();
        await Expect(console.Page.GetByText("@visitor_7")).ToBeVisibleAsync();
        await Expect(desk.Messages.GetByRole(AriaRole.Button, new() { Name = console.Words["delivery.edited"], Exact = true })).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "at-the-desk");
        return desk;
    }

    private async Task AnswerAsync(Console console, Desk desk, ChatPerson visitor)
    {
        await desk.TakeAsync();
        await desk.AnswerAsync(_story.AgentAnswer);
        await visitor.HeardAsync(message => message.Text.Contains(_story.AgentAnswer, StringComparison.Ordinal));
        var chooser = await console.Page.RunAndWaitForFileChooserAsync(() => console.Button("files.attach").ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = "roses.png", MimeType = "image/png", Buffer = Photo });
        await _album.ShootAsync(console.Page, "a-file-chosen");
        await console.Button("desk.send").ClickAsync();
        var sent = await visitor.HeardAsync(message => message.File is not null);
        Assert.That(sent.File!.Bytes, Is.EqualTo(Photo));
        visitor.SendFile("order.pdf", "application/pdf", Photo);
        var download = await console.Page.RunAndWaitForDownloadAsync(() =>
            desk.Messages.GetByRole(AriaRole.Button, new() { Name = "order.pdf" }).ClickAsync());
        Assert.That(await File.ReadAllBytesAsync(await download.PathAsync()), Is.EqualTo(Photo));
        await Expect(desk.Messages.GetByRole(AriaRole.Link, new() { Name = console.Words.Fill("files.enlarge", "roses.png") })).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "files");
    }

    private async Task BlockAsync(Console console, ChatPerson visitor)
    {
        var desk = new Desk(console);
        visitor.Block();
        await Expect(console.Text("delivery.unreachable.blocked")).ToBeVisibleAsync();
        await desk.AnswerAsync(_story.AgentSecondAnswer);
        await Expect(console.Button("delivery.resend")).ToBeVisibleAsync();
        await _album.ShootAsync(console.Page, "blocked");
        visitor.Block(false);
        visitor.Say(_story.WhileWithAgent);
        await Expect(console.Text("delivery.unreachable.blocked")).ToBeHiddenAsync();
        await console.Button("delivery.resend").ClickAsync();
        await visitor.HeardAsync(message => message.Text.Contains(_story.AgentSecondAnswer, StringComparison.Ordinal));
        await Expect(console.Button("delivery.resend")).ToBeHiddenAsync();
    }

    /// <summary>The owner opens the link on a phone and gets the daily digest there.</summary>
    private async Task ReportAsync(Console console, MessengersPage page)
    {
        await console.GoAsync("messengers");
        await page.Digest.GetByRole(AriaRole.Switch).ClickAsync(new() { Force = true });
        await Expect(page.Digest.GetByLabel(console.Words["digest.hour"], new() { Exact = true })).ToBeVisibleAsync();
        var phone = new ChatPerson(_telegram, id: 8, _story.Owner);
        phone.Say($"/start {await page.DigestWordAsync("telegram")}");
        await phone.HeardAsync(count: 1);
        await console.Page.ReloadAsync();
        await Expect(page.Digest.GetByText(_story.Owner, new() { Exact = true })).ToBeVisibleAsync();
        await console.Button("digest.preview").ClickAsync();
        await phone.HeardAsync(count: 2);
        await _album.ShootAsync(console.Page, "digest");
    }

    private async Task TurnOffAsync(Console console, MessengersPage page)
    {
        await page.StateIsAsync("telegram", "receiving");
        await page.OnOff("telegram").ClickAsync(new() { Force = true });
        await page.StateIsAsync("telegram", "off");
        await _album.ShootAsync(console.Page, "turned-off");
    }
}
