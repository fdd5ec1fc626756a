using Dialog.EndToEnd.Browsing;
using Dialog.EndToEnd.Hosting;
using Console = Dialog.EndToEnd.Browsing.Console;

namespace Dialog.EndToEnd.Visiting;

[TestFixture("fa")]
[TestFixture("en")]
public class PhoneTests(string language)
{
    private const string Overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [Test, CancelAfter(90_000)]
    public async Task The_chat_fills_the_screen_and_answers()
    {
        var (asked, answered) = DemoShops.Lesson(language, index: 4);
        await using var shop = await Shop.OpenAsync(DemoShops.Snippet(language), language);
        await using var visitor = await Chromium.InviteAsync(language, Device.Phone);
        var (page, chat) = await DemoShops.VisitAsync(visitor, shop);

        await chat.AskAsync(asked);
        await chat.ShowsAsync(answered);
        await Person.ShootAsync(page, $"{language}/phone-chat");

        var frame = (await chat.Frame.BoundingBoxAsync())!;
        Assert.That((frame.X, frame.Y, frame.Width, frame.Height), Is.EqualTo((0f, 0f, 390f, 844f)));
        await Expect(chat.Composer).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(chat.Send).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.That(await chat.Composer.EvaluateAsync<int>(Overflow), Is.Zero);
        Assert.That(visitor.Complaints, Is.Empty);
    }

    [Test, CancelAfter(90_000)]
    public async Task The_demo_page_and_the_console_fit()
    {
        await using var owner = await Chromium.InviteAsync(language, Device.Phone);
        var page = await owner.OpenAsync(DemoShops.Address);
        await Expect(new Chat(page, language).Launcher.First).ToBeVisibleAsync();
        await FitsAsync(page, "demo");

        await page.GotoAsync(new Uri(DemoShops.Address, "console/signup").ToString());
        var console = new Console(page, language);
        await Expect(console.Heading("session.signUpTitle")).ToBeVisibleAsync();
        await FitsAsync(page, "sign-up");

        await console.SignUpAsync("نام Name", $"phone-{language}@example.org", "a phone in a pocket");
        await console.CreateBotAsync("Taschen تلفن");
        await FitsAsync(page, "knowledge");

        await console.Button("app.menu").ClickAsync();
        await console.GoAsync("desk");
        await Expect(console.Text("desk.emptyTitle")).ToBeVisibleAsync();
        await FitsAsync(page, "desk");
    }

    private async Task FitsAsync(IPage page, string name)
    {
        await Person.ShootAsync(page, $"{language}/phone-{name}");
        Assert.That(await page.EvaluateAsync<int>(Overflow), Is.Zero, $"{name} is wider than the screen.");
        Assert.That(await page.BarriersAsync(), Is.Empty, name);
    }
}
