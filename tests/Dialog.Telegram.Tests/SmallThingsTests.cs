using System.Text.Json;

namespace Dialog.Telegram.Tests;

public class SmallThingsTests
{
    [TestCase("123456:AAFakeTokenOfTheTests_0123456789-abc", true)]
    [TestCase("  123456:AAFakeTokenOfTheTests_0123456789-abc\n", true)]
    [TestCase("123456", false)]
    [TestCase("123456:short", false)]
    [TestCase("123456:AAFakeTokenOfTheTests/../../x", false)]
    [TestCase("۱۲۳۴۵۶:AAFakeTokenOfTheTests_0123456789", false)]
    [TestCase(null, false)]
    public void Tokens_are_known_by_their_shape(string? text, bool valid) => Assert.That(BotToken.TryParse(text, out _), Is.EqualTo(valid));

    [Test]
    public void A_token_does_not_print()
    {
        Assert.That(BotToken.TryParse(BotApi.Token, out var token));
        var options = new BotOptions { Token = token!, Proxy = new Uri("http://me:password@proxy.example:8080") };
        Assert.That($"{token} {options}", Does.Not.Contain("FakeToken").And.Not.Contain("password").And.Contain("123456"));
        Assert.That(JsonSerializer.Serialize(token), Does.Not.Contain("FakeToken"));
        Assert.That(token!.Reveal(), Is.EqualTo(BotApi.Token));
    }

    [Test]
    public void Secrets_are_compared_whole()
    {
        var secret = WebhookSecret.Create();
        Assert.That(WebhookSecret.Fits(secret));
        Assert.That(secret, Is.Not.EqualTo(WebhookSecret.Create()));
        Assert.That(WebhookSecret.Matches(secret, secret));
        Assert.That(WebhookSecret.Matches(secret, secret[..^1]), Is.False);
        Assert.That(WebhookSecret.Matches(secret, null), Is.False);
        Assert.That(WebhookSecret.Matches("", ""), Is.False);
        Assert.That(WebhookSecret.Fits("a b"), Is.False);
        Assert.That(WebhookSecret.Fits(new string('a', 257)), Is.False);
    }

    [Test]
    public void A_deep_link_carries_a_word_there_and_back()
    {
        var word = new string('x', 62) + "_-";
        Assert.That(DeepLink.Create(Provider.Telegram, "@dialog_bot", word).AbsoluteUri, Is.EqualTo("https://t.me/dialog_bot?start=" + word));
        Assert.That(DeepLink.Create(Provider.Bale, "dialog_bot").AbsoluteUri, Is.EqualTo("https://ble.ir/dialog_bot"));
        Assert.That(DeepLink.TryRead("/start " + word, out var read));
        Assert.That(read, Is.EqualTo(word));
        Assert.That(() => DeepLink.Create(Provider.Telegram, "dialog_bot", word + "x"), Throws.ArgumentException);
        Assert.That(() => DeepLink.Create(Provider.Telegram, "dialog_bot", "با"), Throws.ArgumentException);
    }

    [TestCase("/start", true, "")]
    [TestCase("/start@dialog_bot abc", true, "abc")]
    [TestCase("/start a/b", true, "")]
    [TestCase("/starting", false, "")]
    [TestCase("please /start", false, "")]
    [TestCase(null, false, "")]
    public void A_start_is_read(string? text, bool start, string word)
    {
        Assert.That(DeepLink.TryRead(text, out var read), Is.EqualTo(start));
        Assert.That(read, Is.EqualTo(word));
    }

    [TestCase("", false)]
    [TestCase("x", true)]
    [TestCase("سسسسسسسسسسسسسسسسسسسسسسسسسسسسسسسس", true, TestName = "32 Persian letters are 64 bytes")]
    [TestCase("سسسسسسسسسسسسسسسسسسسسسسسسسسسسسسسسx", false, TestName = "65 bytes are too many")]
    public void Callback_data_is_counted_in_bytes(string data, bool fits)
    {
        Assert.That(InlineButton.Fits(data), Is.EqualTo(fits));
        if (!fits) Assert.That(() => InlineButton.Callback("label", data), Throws.ArgumentException);
    }

    [TestCase("https://dialog.example/hook", true)]
    [TestCase("https://dialog.example:8443/hook", true)]
    [TestCase("https://dialog.example:5080/hook", false)]
    [TestCase("http://dialog.example/hook", false)]
    public void Webhooks_need_https_and_a_port(string address, bool accepted) =>
        Assert.That(Provider.Telegram.AcceptsWebhook(new Uri(address)), Is.EqualTo(accepted));

    [Test]
    public void Refers_to_the_base_library_and_Polly_alone()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var foreign = typeof(BotClient).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !File.Exists(Path.Combine(runtime, name + ".dll")));
        Assert.That(foreign, Is.EqualTo(new[] { "Polly.Core" }));
    }
}
