using Dialog.EndToEnd.Browsing;
using Dialog.EndToEnd.Hosting;
using Dialog.EndToEnd.Walk;
using Console = Dialog.EndToEnd.Browsing.Console;

namespace Dialog.EndToEnd.Startup;

public sealed class SecondStartTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly Story _story = new("en");

    [Test, CancelAfter(150_000)]
    public async Task Finds_everything_as_it_was()
    {
        var first = await ServerProcess.StartAsync(_data.Path);
        var urls = first.Address.GetLeftPart(UriPartial.Authority);
        await using var owner = await Chromium.InviteAsync("en");
        await using var visitor = await Chromium.InviteAsync("en");
        var console = await TeachAsync(owner, first.Address);
        var page = await visitor.OpenAsync(new Uri(first.Address, $"widget/panel?bot={await KeyAsync(console)}"));
        await TalkAsync(page);
        Assert.That(await first.StopAsync(), Is.Zero, "A server asked to stop stops in order.");
        await first.DisposeAsync();

        await using var second = await ServerProcess.StartAsync(_data.Path, urls);

        await console.Page.ReloadAsync();
        await Expect(console.Page.GetByText(_story.Paraphrase.Answered)).ToBeVisibleAsync();
        await Expect(console.Training).ToContainTextAsync(console.Digits(12));
        await page.EvaluateAsync("() => Object.keys(localStorage).filter(key => key.endsWith(':conversation')).forEach(key => localStorage.removeItem(key))");
        await page.ReloadAsync();
        await Expect(page.GetByText(_story.Paraphrase.Answered)).ToBeVisibleAsync();
        await AskAsync(page, _story.Trial.Asked);
        await Expect(page.GetByText(_story.Trial.Answered)).ToBeVisibleAsync();
    }

    [Test, CancelAfter(150_000)]
    public async Task After_a_power_cut_has_all_that_was_acknowledged_and_takes_what_was_typed_meanwhile()
    {
        var first = await ServerProcess.StartAsync(_data.File("cut"));
        var urls = first.Address.GetLeftPart(UriPartial.Authority);
        await using var visitor = await Chromium.InviteAsync("en");
        var page = await visitor.OpenAsync(new Uri(first.Address, "widget/panel?bot=demo-en"));
        await AskAsync(page, "before the cut");
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(3);
        await first.DisposeAsync();
        await AskAsync(page, "during the cut");

        await using var second = await ServerProcess.StartAsync(_data.File("cut"), urls);

        await Expect(page.GetByRole(AriaRole.Log).GetByText(LanguageFile.Widget("en")["unsent"])).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Log).GetByText(LanguageFile.Widget("en")["sending"])).ToHaveCountAsync(0);
        await page.EvaluateAsync("() => Object.keys(localStorage).filter(key => key.endsWith(':conversation')).forEach(key => localStorage.removeItem(key))");
        await page.ReloadAsync();
        await Expect(page.GetByText("before the cut", new() { Exact = true })).ToHaveCountAsync(1);
        await Expect(page.GetByText("during the cut", new() { Exact = true })).ToHaveCountAsync(1);
    }

    public void Dispose() => _data.Dispose();

    private async Task<Console> TeachAsync(Person owner, Uri address)
    {
        await owner.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var console = new Console(await owner.OpenAsync(new Uri(address, "console/signup")), "en");
        await console.SignUpAsync(_story.Owner, "owner@example.org", Story.Password);
        await console.CreateBotAsync(_story.Bot);
        await console.PasteLessonsAsync(_story.Lessons);
        await console.Button("import.preview").ClickAsync();
        await console.Button("import.add", 12).ClickAsync();
        await console.TrainedAsync();
        return console;
    }

    /// <summary>The bot's public key, from the snippet; ends on the page with the list of what the bot knows.</summary>
    private static async Task<string> KeyAsync(Console console)
    {
        await console.GoAsync("install");
        var snippet = await console.CopyAsync("install.copy");
        await console.GoAsync("knowledge");
        return snippet.Split("data-bot=\"")[1].Split('"')[0];
    }

    private async Task TalkAsync(IPage page)
    {
        await AskAsync(page, _story.Paraphrase.Asked);
        await Expect(page.GetByText(_story.Paraphrase.Answered)).ToBeVisibleAsync();
    }

    private static async Task AskAsync(IPage page, string text)
    {
        var composer = page.GetByRole(AriaRole.Textbox, new() { Name = LanguageFile.Widget("en")["write"] });
        await composer.FillAsync(text);
        await composer.PressAsync("Enter");
        await Expect(composer).ToHaveValueAsync("");
    }
}
