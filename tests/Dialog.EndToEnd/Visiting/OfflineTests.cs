using Dialog.EndToEnd.Browsing;
using Dialog.EndToEnd.Hosting;

namespace Dialog.EndToEnd.Visiting;

[TestFixture("fa")]
[TestFixture("en")]
public class OfflineTests(string language)
{
    [Test, CancelAfter(90_000)]
    public async Task What_was_typed_offline_is_sent_once_when_back()
    {
        var (asked, answered) = DemoShops.Lesson(language, index: 3);
        await using var shop = await Shop.OpenAsync(DemoShops.Snippet(language), language);
        await using var visitor = await Chromium.InviteAsync(language);
        var (_, chat) = await DemoShops.VisitAsync(visitor, shop);
        await Expect(chat.Status("automatic")).ToBeVisibleAsync();

        await visitor.Context.SetOfflineAsync(true);
        await chat.AskAsync(asked);
        await Expect(chat.Delivery("unsent")).ToBeVisibleAsync();
        await Expect(chat.Status("lost")).ToBeVisibleAsync();
        await visitor.Context.SetOfflineAsync(false);

        await chat.ShowsAsync(answered);
        await Expect(chat.Delivery("unsent")).ToHaveCountAsync(0);
        await chat.ReloadFromServerAsync();
        await chat.ShowsAsync(answered);
        await Expect(chat.Message(asked)).ToHaveCountAsync(1);
    }

    [Test, CancelAfter(90_000)]
    public async Task What_was_typed_offline_outlives_the_closed_page()
    {
        var (asked, answered) = DemoShops.Lesson(language, index: 3);
        await using var shop = await Shop.OpenAsync(DemoShops.Snippet(language), language);
        await using var visitor = await Chromium.InviteAsync(language);
        var (page, chat) = await DemoShops.VisitAsync(visitor, shop);
        await Expect(chat.Status("automatic")).ToBeVisibleAsync();
        await visitor.Context.SetOfflineAsync(true);
        await chat.AskAsync(asked);
        await Expect(chat.Delivery("unsent")).ToBeVisibleAsync();
        await page.CloseAsync();
        await visitor.Context.SetOfflineAsync(false);

        var (_, again) = await DemoShops.VisitAsync(visitor, shop);

        await again.ShowsAsync(answered);
        await again.ReloadFromServerAsync();
        await again.ShowsAsync(answered);
        await Expect(again.Message(asked)).ToHaveCountAsync(1);
    }
}
