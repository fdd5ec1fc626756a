using System.Text.Json;
using Dialog.EndToEnd.Browsing;
using Dialog.EndToEnd.Hosting;

namespace Dialog.EndToEnd.Visiting;

/// <summary>One server with the two demo shops for all that only visit; every test is a visitor of its own.</summary>
[SetUpFixture]
public class DemoShops
{
    private static readonly TemporaryFolder Data = new();
    private static ServerProcess? server;

    internal static Uri Address => server!.Address;

    internal static string Snippet(string language) =>
        $"""<script async src="{Address}widget.js" data-bot="demo-{language}"></script>""";

    /// <summary>A phrasing the shop was taught, and its answer.</summary>
    internal static (string Asked, string Answered) Lesson(string language, int index)
    {
        var intent = Intents(language)[index];
        return (intent.GetProperty("examples")[0].GetString()!, intent.GetProperty("answer").GetString()!);
    }

    internal static string[] Answers(string language) =>
        [.. Intents(language).EnumerateArray().Select(intent => intent.GetProperty("answer").GetString()!)];

    /// <summary>
    /// A visitor on a website of somebody else, with the chat open. The browser counts it to the same site, so the
    /// frame has storage; <see cref="Walk.MainJobWalk"/> has a site where it has none.
    /// </summary>
    internal static async Task<(IPage Page, Chat Chat)> VisitAsync(Person visitor, Shop shop)
    {
        var page = await visitor.OpenAsync(shop.Address);
        var chat = new Chat(page, visitor.Language);
        await chat.OpenAsync();
        return (page, chat);
    }

    [OneTimeSetUp]
    public async Task OpenAsync() => server = await ServerProcess.StartAsync(Data.Path);

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        Data.Dispose();
    }

    private static JsonElement Intents(string language) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Places.Root, $"models/demo/shop-{language}.json"))).RootElement.GetProperty("intents");
}
