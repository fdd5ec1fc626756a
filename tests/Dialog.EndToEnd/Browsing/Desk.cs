namespace Dialog.EndToEnd.Browsing;

/// <summary>The agents' desk.</summary>
internal sealed class Desk(Console console)
{
    public ILocator List => console.Page.GetByRole(AriaRole.Region, new() { Name = console.Words["desk.list"], Exact = true });

    public ILocator Messages => console.Page.GetByRole(AriaRole.Log, new() { Name = console.Words["desk.messages"] });

    public ILocator Composer => console.Field("desk.composer");

    /// <summary>A conversation in the list, by its last words.</summary>
    public ILocator Conversation(string preview) => List.GetByRole(AriaRole.Link).Filter(new() { HasText = preview });

    public Task TakeAsync() => console.Button("desk.take").ClickAsync();

    public Task CloseAsync() => console.Button("desk.closeIt").ClickAsync();

    public async Task AnswerAsync(string text)
    {
        await Composer.FillAsync(text);
        await console.Button("desk.send").ClickAsync();
        await Expect(Composer).ToHaveValueAsync("");
    }

    public Task ShowsAsync(string text) => Expect(Messages.GetByText(text, new() { Exact = true }).First).ToBeVisibleAsync();
}
