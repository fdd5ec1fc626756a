using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dialog.Telegram.Tests;

/// <summary>The server that other suites rely on does what it says.</summary>
public class BotApiTests
{
    [Test]
    public async Task A_button_spins_until_it_is_answered_and_shows_what_an_edit_left()
    {
        using var bot = new Bot();
        var sara = new ChatPerson(bot.Api, 7);
        sara.Say("سلام");
        var asked = await bot.Clock.RunAsync(bot.Client.SendMessageAsync(7, MessageText.Plain("کدام؟"), InlineKeyboard.Column(InlineButton.Callback("اولی", "a:1"))));
        sara.Press("اولی");
        var updates = await bot.Clock.RunAsync(bot.Client.GetUpdatesAsync());
        Assert.That(updates.Select(update => update.CallbackQuery?.Data), Is.EqualTo(new[] { null, "a:1" }));
        Assert.That(bot.Api.Spinning, Is.EqualTo(new[] { updates[1].CallbackQuery!.Id }));
        await bot.Clock.RunAsync(bot.Client.AnswerCallbackQueryAsync(updates[1].CallbackQuery!.Id, "باشد"));
        await bot.Clock.RunAsync(bot.Client.EditMessageTextAsync(7, asked.MessageId, MessageText.Plain("اولی")));
        Assert.That((bot.Api.Spinning.Count, bot.Api.Toasts.Single(), sara.Shown.Single().Text, sara.Heard.Single().Text),
            Is.EqualTo((0, "باشد", "اولی", "کدام؟")));
        Assert.That(sara.Shown.Single().Buttons, Is.Empty);
        Assert.That(sara.Heard.Single().Buttons, Is.EqualTo(new[] { "اولی" }));
    }

    [Test]
    public async Task Who_blocks_the_bot_refuses_it_until_it_is_let_in_again()
    {
        using var bot = new Bot();
        var sara = new ChatPerson(bot.Api, 7);
        sara.Block();
        Assert.That(await bot.ProblemAsync(bot.SayAsync(7, "سلام")), Is.InstanceOf<BotProblem.Unreachable>());
        sara.Block(blocks: false);
        await bot.Clock.RunAsync(bot.SayAsync(7, "سلام"));
        Assert.That((await bot.Clock.RunAsync(bot.Client.GetUpdatesAsync())).Select(update => update.MyChatMember!.NewChatMember!.Status),
            Is.EqualTo(new[] { "kicked", "member" }));
    }

    [Test]
    public async Task A_lost_answer_is_a_message_taken()
    {
        using var bot = new Bot();
        bot.Api.LoseAnswers(1);
        Assert.That(await bot.ProblemAsync(bot.SayAsync(7, "سلام")), Is.InstanceOf<BotProblem.Network>().With.Property("MaybeDone").True);
        Assert.That(bot.Api.Taken, Has.Count.EqualTo(1));
    }

    [TestCase(Outage.Refused)]
    [TestCase(Outage.Hanging)]
    [TestCase(Outage.BadGateway)]
    public async Task An_outage_takes_nothing_and_ends(object outage)
    {
        using var bot = new Bot(with: options => options with { Retries = 0, CallTimeout = TimeSpan.FromSeconds(20) });
        bot.Api.Outage = (Outage)outage;
        Assert.That(await bot.ProblemAsync(bot.SayAsync(7, "سلام")), Is.InstanceOf<BotProblem.Network>().Or.InstanceOf<BotProblem.ServerFailure>());
        bot.Api.Outage = Outage.None;
        await bot.Clock.RunAsync(bot.SayAsync(7, "سلام"));
        Assert.That(bot.Api.Taken, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Accounts_behind_one_address_are_told_apart()
    {
        var clock = new TestClock();
        using var telegram = new BotApi(clock);
        using var bale = new BotApi(clock, BotApi.BaleToken, "bale_bot") { IsBale = true };
        using var both = new BotApis(telegram, bale);
        foreach (var (token, name) in new[] { (BotApi.Token, "dialog_bot"), (BotApi.BaleToken, "bale_bot") })
        {
            Assert.That(BotToken.TryParse(token, out var parsed));
            using var client = new BotClient(new BotOptions { Token = parsed! }, both, clock);
            Assert.That((await clock.RunAsync(client.GetMeAsync())).Username, Is.EqualTo(name));
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_webhook_is_called_until_it_takes_each_update_in_the_order_of_its_chat()
    {
        var heard = new List<(string? Secret, long Id)>();
        var refusals = 3;
        await using var hook = WebApplication.CreateSlimBuilder().Build();
        hook.Urls.Add("http://127.0.0.1:0");
        hook.MapPost("/hook/abc", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            if (Interlocked.Decrement(ref refusals) >= 0) return Results.StatusCode(500);
            lock (heard) heard.Add((request.Headers[WebhookSecret.Header], Update.Read(body.ToArray())!.UpdateId));
            return Results.Ok();
        });
        await hook.StartAsync();

        using var bot = new Bot();
        bot.Api.Repeats = 2;
        await bot.Clock.RunAsync(bot.Client.SetWebhookAsync(new Uri("https://dialog.example/hook/abc"), "the_secret"));
        await using var caller = new WebhookCaller(bot.Api, new Uri(hook.Urls.Single()), connections: 3);
        bot.Api.Post(Enumerable.Range(1, 30).Select(id => BotApi.TextUpdate(id, "سلام", chat: id % 5)));
        await bot.Api.UntilAsync(() => bot.Api.Pending == 0);

        Assert.That(heard.Select(call => call.Secret).Distinct(), Is.EqualTo(new[] { "the_secret" }));
        Assert.That(caller.Refused, Is.InRange(1, 3));
        Assert.That(await bot.Clock.RunAsync(bot.Client.GetWebhookInfoAsync()), Has.Property("LastErrorDate").EqualTo(bot.Clock.GetUtcNow()).And.Property("PendingUpdateCount").Zero);
        foreach (var chat in heard.Select(call => call.Id).Distinct().GroupBy(id => id % 5)) Assert.That(chat, Is.Ordered.And.Exactly(6).Items);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_server_that_refuses_connections_comes_back_at_its_address()
    {
        using var api = new BotApi(TimeProvider.System);
        await using var server = await BotApiServer.StartAsync(api);
        Assert.That(BotToken.TryParse(BotApi.Token, out var token));
        using var client = new BotClient(new BotOptions { Token = token!, BaseAddress = server.Address, Retries = 0 });
        await server.RefuseAsync();
        Assert.That(async () => await client.GetMeAsync(), Throws.InstanceOf<BotApiException>().With.Property("Problem").InstanceOf<BotProblem.Network>());
        await server.ListenAsync();
        Assert.That((await client.GetMeAsync()).Username, Is.EqualTo("dialog_bot"));
    }
}
