using System.Text.Json.Nodes;

namespace Dialog.Telegram.Tests;

public class ProblemTests
{
    private static readonly Provider[] Both = [Provider.Telegram, Provider.Bale];

    private static async Task<BotProblem> Sending(ApiAnswer answer, Provider? provider = null)
    {
        using var bot = new Bot(provider, options => options with { Retries = 0 });
        bot.Api.Next("sendMessage", [_ => answer]);
        return await bot.ProblemAsync(bot.SayAsync(1, "hello"));
    }

    [Test]
    public async Task A_wrong_token_is_unauthorized([ValueSource(nameof(Both))] Provider provider)
    {
        using var bot = new Bot(provider, token: "999:AAnotherFakeToken_000000000000000000");
        Assert.That(await bot.ProblemAsync(bot.Client.GetMeAsync()), Is.InstanceOf<BotProblem.Unauthorized>());
        using var known = new Bot(provider);
        known.Api.Next("getMe", [_ => ApiAnswer.Error(403, "forbidden")]);
        Assert.That(await known.ProblemAsync(known.Client.GetMeAsync()), Is.InstanceOf<BotProblem.Unauthorized>());
    }

    [TestCase(403, "Forbidden: bot was blocked by the user", UnreachableReason.Blocked)]
    [TestCase(403, "Forbidden: user is deactivated", UnreachableReason.Deactivated)]
    [TestCase(403, "Forbidden: bot was kicked from the supergroup chat", UnreachableReason.Removed)]
    [TestCase(403, "Forbidden: bot can't initiate conversation with a user", UnreachableReason.NeverWrote)]
    [TestCase(400, "Bad Request: chat not found", UnreachableReason.NotFound)]
    [TestCase(403, "Forbidden: something new", UnreachableReason.Other)]
    public async Task A_closed_door_says_why(int code, string words, UnreachableReason reason) =>
        Assert.That(await Sending(ApiAnswer.Error(code, words)), Is.EqualTo(new BotProblem.Unreachable(reason, words)));

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    public async Task Bale_says_no_such_group_or_user_in_its_own_words(int code) =>
        Assert.That(await Sending(ApiAnswer.Error(code, "no such group or user"), Provider.Bale),
            Is.InstanceOf<BotProblem.Unreachable>().With.Property("Reason").EqualTo(UnreachableReason.NotFound));

    [Test]
    public async Task A_group_that_moved_gives_its_new_id()
    {
        using var bot = new Bot();
        bot.Api.Migrated[-5] = -1005;
        Assert.That(await bot.ProblemAsync(bot.SayAsync(-5, "hello")), Is.InstanceOf<BotProblem.Migrated>().With.Property("NewChatId").EqualTo(-1005));
    }

    [Test]
    public async Task Polling_against_a_webhook_is_a_conflict()
    {
        using var bot = new Bot();
        await bot.Clock.RunAsync(bot.Client.SetWebhookAsync(new Uri("https://dialog.example/hook"), "secret"));
        Assert.That(await bot.ProblemAsync(bot.Client.GetUpdatesAsync()), Is.InstanceOf<BotProblem.Conflict>().With.Property("WithWebhook").True);
        await bot.Clock.RunAsync(bot.Client.DeleteWebhookAsync());
        Assert.That(await bot.Clock.RunAsync(bot.Client.GetUpdatesAsync()), Is.Empty);
    }

    [Test]
    public async Task A_filters_page_is_no_bot_api_and_no_block()
    {
        Assert.That(await Sending(ApiAnswer.Page(403)), Is.EqualTo(new BotProblem.NotBotApi(403)));
        Assert.That(await Sending(ApiAnswer.Page(200)), Is.EqualTo(new BotProblem.NotBotApi(200)));
        Assert.That(await Sending(ApiAnswer.Page(302)), Is.EqualTo(new BotProblem.NotBotApi(302)));
        Assert.That(await Sending(ApiAnswer.Page(502)), Is.InstanceOf<BotProblem.ServerFailure>());
        Assert.That(await Sending(new ApiAnswer(System.Net.HttpStatusCode.OK, "{}")), Is.EqualTo(new BotProblem.NotBotApi(200)));
    }

    [Test]
    public async Task A_message_that_was_taken_is_sent_however_strange_the_answer()
    {
        using var bot = new Bot(with: options => options with { Retries = 0 });
        bot.Api.Next("sendMessage",
            [_ => ApiAnswer.Ok(new JsonArray("what")), _ => ApiAnswer.Ok(new JsonObject { ["message_id"] = 5, ["chat"] = "?" })]);
        Assert.That((await bot.Clock.RunAsync(bot.SayAsync(1, "hello"))).MessageId, Is.Zero);
        Assert.That((await bot.Clock.RunAsync(bot.SayAsync(1, "hello"))).MessageId, Is.EqualTo(5));
        bot.Api.Next("getMe", [_ => ApiAnswer.Ok(new JsonArray("what"))]);
        Assert.That(await bot.ProblemAsync(bot.Client.GetMeAsync()), Is.EqualTo(new BotProblem.NotBotApi(200)));
    }

    [Test]
    public async Task The_token_is_in_no_message()
    {
        var echoed = await Sending(ApiAnswer.Error(400, $"Bad Request: bot{BotApi.Token} said no"));
        Assert.That(echoed.ToString(), Does.Contain("said no").And.Not.Contain("FakeToken"));
        var broken = await Sending(ApiAnswer.Broken(HttpRequestError.ConnectionError));
        Assert.That(broken.ToString(), Does.Contain("ConnectionError").And.Not.Contain("FakeToken"));
    }

    [Test]
    public async Task A_missing_message_is_not_a_wrong_token() =>
        Assert.That(await Sending(ApiAnswer.Error(404, "Not Found: message"), Provider.Bale), Is.InstanceOf<BotProblem.Refused>());

    [Test]
    public async Task An_unknown_method_is_not_a_wrong_token()
    {
        using var bot = new Bot();
        bot.Api.Next("getUserProfilePhotos", [_ => ApiAnswer.Error(404, "Not Found: method not found")]);
        Assert.That(await bot.ProblemAsync(bot.Client.GetUserProfilePhotosAsync(1)), Is.InstanceOf<BotProblem.Refused>());
    }
}
