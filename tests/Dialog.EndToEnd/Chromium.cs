using Dialog.EndToEnd.Browsing;
using Dialog.EndToEnd.Hosting;

namespace Dialog.EndToEnd;

/// <summary>One browser for the whole run, so it lives in the outermost namespace; every person in a test gets a profile of their own.</summary>
[SetUpFixture]
public class Chromium
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static IPlaywright? playwright;
    private static IBrowser? browser;

    /// <summary>A new person: own cookies, own storage, own windows.</summary>
    internal static async Task<Person> InviteAsync(string language, Device device = Device.Desktop)
    {
        browser ??= await LaunchAsync();
        var phone = device == Device.Phone;
        var context = await browser.NewContextAsync(new()
        {
            Locale = language == "fa" ? "fa-IR" : "en-GB",
            TimezoneId = language == "fa" ? "Asia/Tehran" : "Europe/London",
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            HasTouch = phone,
            IsMobile = phone,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return new Person(context, language);
    }

    [OneTimeSetUp]
    public void BePatient() => SetDefaultExpectTimeout(20_000);

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Places.Browser, Args = Arguments });
    }
}

internal enum Device
{
    Desktop,
    Phone,
}
