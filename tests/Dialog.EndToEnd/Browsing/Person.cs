using System.Collections.Concurrent;
using Dialog.EndToEnd.Hosting;

namespace Dialog.EndToEnd.Browsing;

/// <summary>Somebody with a browser. What the browser complains about is kept, and held against the pages.</summary>
internal sealed class Person : IAsyncDisposable
{
    private static int persons;

    private readonly int _number = Interlocked.Increment(ref persons);
    private readonly ConcurrentQueue<string> _complaints = new();

    public Person(IBrowserContext context, string language)
    {
        Context = context;
        Language = language;
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => _complaints.Enqueue($"uncaught: {error.Error}");
    }

    public IBrowserContext Context { get; }

    public string Language { get; }

    /// <summary>Errors and warnings of all their pages: scripts, refused content (CSP), failed requests.</summary>
    public IEnumerable<string> Complaints => _complaints;

    public async Task<IPage> OpenAsync(Uri address)
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }

    public static Task ShootAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Places.Artifact($"screenshots/{name}.png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>What was on the screen at the end is kept: where a test failed, it says more than the message.</summary>
    public async ValueTask DisposeAsync()
    {
        var test = TestContext.CurrentContext.Test;
        for (var index = 0; index < Context.Pages.Count; index++)
            await ShootAsync(Context.Pages[index], $"last/{test.ClassName!.Split('.')[^1]}.{test.Name}.{Language}.{_number}-{index}");
        await Context.DisposeAsync();
    }
}
