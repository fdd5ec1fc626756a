using Dialog.EndToEnd.Browsing;

namespace Dialog.EndToEnd.Visiting;

/// <summary>The first thing anybody sees of the product keeps what it promises.</summary>
[TestFixture("fa")]
[TestFixture("en")]
public class DemoPageTests(string language)
{
    private string Shop => $".side[data-bot='demo-{language}']";

    [Test, CancelAfter(90_000)]
    public async Task Answers_what_it_suggests_to_ask_and_passes_on_what_it_says_it_passes_on()
    {
        await using var visitor = await Chromium.InviteAsync(language);
        var page = await visitor.OpenAsync(DemoShops.Address);
        var chat = new Chat(page, language);
        var suggestions = page.Locator(Shop).GetByRole(AriaRole.Button);
        await Expect(chat.Composer).ToBeVisibleAsync();
        var count = await suggestions.CountAsync();
        Assert.That(count, Is.GreaterThan(3));

        var answers = DemoShops.Answers(language);
        for (var index = 0; index < count - 1; index++)
        {
            var asked = await suggestions.Nth(index).InnerTextAsync();
            await suggestions.Nth(index).ClickAsync();
            await chat.ShowsAsync(asked);
            await Expect(chat.Messages).ToHaveCountAsync(1 + (2 * (index + 1)));
            Assert.That(answers, Has.Some.EqualTo(await chat.Messages.Last.Locator(".bubble").InnerTextAsync()), asked);
        }

        await Expect(chat.News("handoff")).ToHaveCountAsync(0);
        await suggestions.Last.ClickAsync();
        await Expect(chat.News("handoff")).ToBeVisibleAsync();
        await Person.ShootAsync(page, $"{language}/demo-page");
        Assert.That(await page.BarriersAsync(), Is.Empty);
        Assert.That(visitor.Complaints, Is.Empty);
    }

    [Test, CancelAfter(60_000)]
    public async Task Speaks_both_languages_side_by_side()
    {
        await using var visitor = await Chromium.InviteAsync(language);
        var page = await visitor.OpenAsync(DemoShops.Address);
        await Expect(page.Locator(".side[lang=fa]")).ToContainTextAsync("بپرسید");
        await Expect(page.Locator(".side[data-bot='demo-en']")).ToContainTextAsync("ask");
        await Expect(new Chat(page, "fa").Composer).ToBeVisibleAsync();
        await Expect(new Chat(page, "en").Composer).ToBeVisibleAsync();
    }
}
