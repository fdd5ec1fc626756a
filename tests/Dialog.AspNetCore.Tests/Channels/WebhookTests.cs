using System.Net;
using System.Text;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>Receiving by being called.</summary>
[TestFixture]
public sealed class WebhookTests
{
    private static readonly Uri Public = new("https://chat.example.com");

    [TestCase(false)]
    [TestCase(true)]
    public async Task SwitchedToAWebhookTheMessengerDeliversAndSwitchedBackItIsAsked(bool isBale)
    {
        await using var shop = await Shop.OpenAsync(api: Api(isBale), configure: options => options.PublicAddress = Public);
        await using var caller = new WebhookCaller(shop.Api, shop.Host.Address);
        var sara = new ChatPerson(shop.Api, 7);

        var changed = await shop.ChangeAsync(new { receiving = "webhook" });
        sara.Say("when do you open");
        await sara.HeardAsync(1);
        var address = shop.Api.Webhook;
        await shop.ChangeAsync(new { receiving = "polling" });
        sara.Say("do you ship abroad");
        var heard = await sara.HeardAsync(2);

        Assert.Multiple(() =>
        {
            Assert.That(changed.Json.GetProperty("webhookAddress").GetString(), Is.EqualTo("https://chat.example.com/hooks/…"));
            Assert.That(changed.Text, Does.Not.Contain(address[^20..]));
            Assert.That(address, Does.StartWith("https://chat.example.com/hooks/"));
            Assert.That(shop.Api.WebhookSecretGiven is null, Is.EqualTo(isBale));
            Assert.That(heard.Select(sent => sent.Text), Is.EqualTo(new[] { "We open at nine.", "Yes, to most of Europe." }));
        });
    }

    [Test]
    public async Task ACallWithoutTheKeyOrTheSecretFindsNothing()
    {
        await using var shop = await Shop.OpenAsync(configure: options => options.PublicAddress = Public);
        await shop.ChangeAsync(new { receiving = "webhook" });
        await shop.Api.UntilAsync(() => shop.Api.Webhook.Length > 0);
        var key = shop.Api.Webhook.Split('/')[^1];
        using var http = new HttpClient { BaseAddress = shop.Host.Address };

        Assert.Multiple(() =>
        {
            Assert.That(Post(key, null), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(Post(key, "guess"), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(Post("guess", shop.Api.WebhookSecretGiven), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(Post(key, shop.Api.WebhookSecretGiven), Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Post(key, shop.Api.WebhookSecretGiven, "no update"), Is.EqualTo(HttpStatusCode.BadRequest));
        });
        await new ChatPerson(shop.Api, 7).HeardAsync(1);
        Assert.That(shop.Api.Taken, Has.Count.EqualTo(1));

        HttpStatusCode Post(string path, string? secret, string? body = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "hooks/" + path)
            {
                Content = new StringContent(body ?? BotApi.TextUpdate(77, "when do you open").ToJsonString(), Encoding.UTF8, "application/json"),
            };
            if (secret is not null)
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
            using var response = http.Send(request);
            return response.StatusCode;
        }
    }

    [Test]
    public async Task WithoutAPublicAddressThereIsNoWebhook()
    {
        await using var shop = await Shop.OpenAsync();

        var refused = await shop.ChangeAsync(new { receiving = "webhook" });

        Assert.Multiple(() =>
        {
            Assert.That(refused.Problem, Is.EqualTo("dialog:no-public-address"));
            Assert.That(shop.Channel.GetProperty("canWebhook").GetBoolean(), Is.False);
        });
    }

    [Test]
    public async Task TurnedOffAWebhooksMessagesWaitAtTheMessenger()
    {
        await using var shop = await Shop.OpenAsync(configure: options => options.PublicAddress = Public);
        await shop.ChangeAsync(new { receiving = "webhook" });
        await shop.Api.UntilAsync(() => shop.Api.Webhook.Length > 0);
        await shop.ChangeAsync(new { isOn = false });
        var sara = new ChatPerson(shop.Api, 7);
        sara.Say("when do you open");
        await using var caller = new WebhookCaller(shop.Api, shop.Host.Address);

        await shop.ChangeAsync(new { isOn = true });

        Assert.That((await sara.HeardAsync(1))[0].Text, Is.EqualTo("We open at nine."));
    }

    private static BotApi Api(bool isBale) => isBale
        ? new BotApi(TimeProvider.System, BotApi.BaleToken, "dialog_bale") { IsBale = true }
        : new BotApi(TimeProvider.System);
}
