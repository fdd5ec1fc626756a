using System.Web;

namespace Dialog.EndToEnd.Browsing;

/// <summary>The page where owners connect messengers.</summary>
internal sealed class MessengersPage(Console console)
{
    /// <summary>The card of <c>telegram</c> or <c>bale</c>.</summary>
    public ILocator Card(string provider) =>
        console.Page.GetByRole(AriaRole.Region, new() { Name = console.Words[$"messengers.names.{provider}"], Exact = true });

    public ILocator State(string provider) => Card(provider).GetByRole(AriaRole.Status, new() { Name = console.Words["messengers.state"] });

    public ILocator Button(string provider, string path) =>
        Card(provider).GetByRole(AriaRole.Button, new() { Name = console.Words[path], Exact = true });

    public ILocator Field(string provider, string path) => Card(provider).GetByLabel(console.Words[path], new() { Exact = true });

    public ILocator OnOff(string provider) => Card(provider).GetByRole(AriaRole.Switch);

    /// <summary>The card of the daily digest.</summary>
    public ILocator Digest => console.Page.GetByRole(AriaRole.Region, new() { Name = console.Words["digest.title"], Exact = true });

    /// <summary>What the link to the daily digest would say to the bot.</summary>
    public async Task<string> DigestWordAsync(string provider)
    {
        var name = console.Words.Fill("digest.get", console.Words[$"messengers.names.{provider}"]);
        var link = await Digest.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).GetAttributeAsync("href");
        return HttpUtility.ParseQueryString(new Uri(link!).Query)["start"]!;
    }

    /// <summary>Connects an account at an API of one's own.</summary>
    public async Task ConnectAsync(string provider, string token, Uri api)
    {
        await Button(provider, "messengers.addresses").ClickAsync();
        await Field(provider, "messengers.baseAddress").FillAsync(api.GetLeftPart(UriPartial.Authority));
        await Field(provider, "messengers.fileAddress").FillAsync(new Uri(api, "/file").ToString());
        await PasteTokenAsync(provider, token);
    }

    public async Task PasteTokenAsync(string provider, string token)
    {
        await Field(provider, "messengers.token").FillAsync(token);
        await Button(provider, "messengers.connect").ClickAsync();
    }

    public Task StateIsAsync(string provider, string state) =>
        Expect(State(provider)).ToContainTextAsync(console.Words[$"messengers.states.{state}"]);
}
