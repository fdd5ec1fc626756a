namespace Dialog.Telegram.Tests;

public class WebhookTests
{
    private static readonly Uri Address = new("https://dialog.example:8443/hook/abc");

    [Test]
    public async Task A_webhook_is_set_with_its_secret_and_kinds()
    {
        using var bot = new Bot();
        await bot.Clock.RunAsync(bot.Client.SetWebhookAsync(Address, "the_secret"));
        Assert.That(bot.Api.WebhookSecretGiven, Is.EqualTo("the_secret"));
        Assert.That(bot.Api.Calls.Single().Fields["allowed_updates"]!.AsArray(), Has.Count.EqualTo(4));
        var info = await bot.Clock.RunAsync(bot.Client.GetWebhookInfoAsync());
        Assert.That(info, Is.EqualTo(new WebhookInfo { Url = Address.AbsoluteUri }));
        await bot.Clock.RunAsync(bot.Client.DeleteWebhookAsync(dropPending: true));
        Assert.That((await bot.Clock.RunAsync(bot.Client.GetWebhookInfoAsync())).IsSet, Is.False);
    }

    [Test]
    public async Task Bale_is_sent_neither()
    {
        using var bot = new Bot(Provider.Bale);
        await bot.Clock.RunAsync(bot.Client.SetWebhookAsync(Address, "the_secret"));
        await bot.Clock.RunAsync(bot.Client.DeleteWebhookAsync());
        await bot.Clock.RunAsync(bot.Client.GetUpdatesAsync());
        Assert.That(bot.Api.Calls[0].Fields.Select(field => field.Key), Is.EqualTo(new[] { "url" }));
        Assert.That(bot.Api.Calls[2].Fields.Select(field => field.Key), Is.EquivalentTo(new[] { "limit", "timeout" }));
    }

    [Test]
    public void What_no_messenger_would_take_is_not_sent()
    {
        using var bot = new Bot();
        Assert.That(() => bot.Client.SetWebhookAsync(new Uri("http://dialog.example/hook"), "secret"), Throws.ArgumentException);
        Assert.That(() => bot.Client.SetWebhookAsync(Address, "no blanks"), Throws.ArgumentException);
        Assert.That(bot.Api.Calls, Is.Empty);
    }
}
