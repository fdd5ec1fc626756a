using System.Globalization;

namespace Dialog.EndToEnd.Browsing;

/// <summary>The web app of owners and agents, as they find their way in it: by names on buttons and fields.</summary>
internal sealed class Console(IPage page, string language)
{
    public IPage Page => page;

    public LanguageFile Words { get; } = LanguageFile.Console(language);

    public ILocator Training => page.GetByRole(AriaRole.Status, new() { Name = Words["training.label"] });

    public ILocator Heading(string path) => page.GetByRole(AriaRole.Heading, new() { Name = Words[path], Level = 1 });

    public ILocator Button(string path) => page.GetByRole(AriaRole.Button, new() { Name = Words[path], Exact = true });

    /// <summary>A button with a number on it.</summary>
    public ILocator Button(string path, int number) =>
        page.GetByRole(AriaRole.Button, new() { Name = Words.Fill(path, Digits(number)), Exact = true });

    public ILocator Link(string path) => page.GetByRole(AriaRole.Link, new() { Name = Words[path], Exact = true });

    public ILocator Field(string path) => page.GetByLabel(Words[path], new() { Exact = true });

    public ILocator Text(string path) => page.GetByText(Words[path], new() { Exact = true });

    public Task GoAsync(string name) =>
        page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = Words[$"app.pages.{name}"] }).ClickAsync();

    /// <summary>A number as the console writes it: in Persian digits on Persian pages.</summary>
    public string Digits(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return language == "fa" ? string.Concat(text.Select(digit => (char)('۰' + digit - '0'))) : text;
    }

    public async Task SignUpAsync(string name, string email, string password)
    {
        await Field("session.name").FillAsync(name);
        await Field("session.email").FillAsync(email);
        await Field("session.password").FillAsync(password);
        await Button("session.signUp").ClickAsync();
    }

    public async Task SignInAsync(string email, string password)
    {
        await Field("session.email").FillAsync(email);
        await Field("session.password").FillAsync(password);
        await Button("session.signIn").ClickAsync();
    }

    public async Task CreateBotAsync(string name)
    {
        await Link("bots.createFirst").Or(Link("bots.create")).ClickAsync();
        await Field("bots.name").FillAsync(name);
        await page.GetByRole(AriaRole.Radiogroup, new() { Name = Words["bots.language"] }).GetByText(Words[$"app.languages.{language}"]).ClickAsync();
        await Button("bots.create").ClickAsync();
        await Expect(Heading("knowledge.emptyTitle")).ToBeVisibleAsync();
    }

    /// <summary>From the clipboard with the keyboard, as people do it.</summary>
    public async Task PasteLessonsAsync(string text)
    {
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await Field("import.label").FocusAsync();
        await page.Keyboard.PressAsync("Control+V");
        await Expect(Field("import.label")).ToHaveValueAsync(text);
    }

    public Task TrainedAsync() => Expect(Training).ToHaveTextAsync(Words.Like("training.live"));

    public async Task<ILocator> TryAsync(string text)
    {
        await Field("try.input").FillAsync(text);
        await Button("try.send").ClickAsync();
        return page.GetByRole(AriaRole.Log, new() { Name = Words["try.answers"] });
    }

    /// <summary>Copies the snippet with the button and reads the clipboard.</summary>
    public async Task<string> CopyAsync(string button)
    {
        await Button(button).ClickAsync();
        await Expect(Button("install.copied")).ToBeVisibleAsync();
        return await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
    }
}
