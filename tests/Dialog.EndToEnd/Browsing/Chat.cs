namespace Dialog.EndToEnd.Browsing;

/// <summary>The widget as its visitor knows it: a button in the corner, and the panel behind it.</summary>
internal sealed class Chat(IPage page, string language)
{
    private readonly LanguageFile _words = LanguageFile.Widget(language);

    public ILocator Launcher => page.GetByRole(AriaRole.Button, new() { Name = _words["open"] });

    public ILocator Frame => page.Locator("iframe").And(page.GetByTitle(_words.Like("frame")));

    public ILocator Composer => Panel.GetByRole(AriaRole.Textbox, new() { Name = _words["write"] });

    public ILocator Send => Panel.GetByRole(AriaRole.Button, new() { Name = _words["send"], Exact = true });

    public ILocator Person => Panel.GetByRole(AriaRole.Button, new() { Name = _words["person"] });

    public ILocator Heading => Panel.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Log => Panel.GetByRole(AriaRole.Log);

    public ILocator Messages => Log.GetByRole(AriaRole.Article);

    private IFrameLocator Panel => Frame.ContentFrame;

    public async Task OpenAsync()
    {
        await Launcher.ClickAsync();
        await Expect(Composer).ToBeVisibleAsync();
    }

    public async Task AskAsync(string text)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
        await Expect(Composer).ToHaveValueAsync("");
    }

    /// <summary>A message with exactly this text.</summary>
    public ILocator Message(string text) => Messages.Filter(new() { Has = page.Locator(".bubble").GetByText(text, new() { Exact = true }) });

    public Task ShowsAsync(string text) => Expect(Message(text)).ToBeVisibleAsync();

    /// <summary>Loads the page anew without what the browser has kept of the talk: what then shows, the server has.</summary>
    public async Task ReloadFromServerAsync()
    {
        await Composer.EvaluateAsync("() => Object.keys(localStorage).filter(key => key.endsWith(':conversation')).forEach(key => localStorage.removeItem(key))");
        await page.ReloadAsync();
    }

    /// <summary>A line between messages, such as who has joined.</summary>
    public ILocator News(string path, string name = "") => Log.GetByText(_words.Fill(path, name), new() { Exact = true });

    public ILocator Status(string path, string name = "") =>
        Panel.GetByRole(AriaRole.Status).GetByText(_words.Fill(path, name), new() { Exact = true });

    public ILocator Delivery(string path) => Log.GetByText(_words[path], new() { Exact = true });
}
