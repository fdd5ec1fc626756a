namespace Dialog.Telegram.Tests;

public class MessageTests
{
    [Test]
    public async Task Markup_is_sent_as_html_and_text_without_any_as_text()
    {
        using var bot = new Bot();
        await bot.Clock.RunAsync(bot.Client.SendMessageAsync(1, MessageText.Html("<b>سلام</b> &amp; درود")));
        await bot.Clock.RunAsync(bot.SayAsync(1, "a < b"));
        Assert.That(bot.Api.Calls.Select(call => (call.Text("text"), call.Text("parse_mode"))),
            Is.EqualTo(new[] { ("<b>سلام</b> &amp; درود", "HTML"), ("a < b", null) }));
    }

    [Test]
    public async Task Markup_that_can_not_be_read_is_left_away()
    {
        using var bot = new Bot();
        bot.Api.Next("sendMessage", [_ => ApiAnswer.Error(400, "Bad Request: can't parse entities: Can't find end tag corresponding to start tag b")]);
        var message = await bot.Clock.RunAsync(bot.Client.SendMessageAsync(1, MessageText.Html("<b>hello</b>")));
        Assert.That(message.Text, Is.EqualTo("hello"));
        Assert.That(bot.Api.Calls.Select(call => call.Text("parse_mode")), Is.EqualTo(new[] { "HTML", null }));
    }

    [Test]
    public async Task Bale_gets_plain_text()
    {
        using var bot = new Bot(Provider.Bale);
        await bot.Clock.RunAsync(bot.Client.SendMessageAsync(1, MessageText.Html("<b>سلام</b> <a href=\"https://dialog.example/\">اینجا</a>")));
        Assert.That(bot.Api.Calls.Single().Text("text"), Is.EqualTo("سلام اینجا (https://dialog.example/)"));
        Assert.That(bot.Api.Calls.Single().Fields.ContainsKey("parse_mode"), Is.False);
        Assert.That(bot.Api.LastAddress, Does.StartWith("https://tapi.bale.ai/bot"));
    }

    [Test]
    public async Task Buttons_come_below_row_by_row()
    {
        using var bot = new Bot();
        var keyboard = InlineKeyboard.Column(InlineButton.Callback("بله", "y"), InlineButton.Link("سایت", new Uri("https://dialog.example/")));
        await bot.Clock.RunAsync(bot.Client.SendMessageAsync(1, MessageText.Plain("?"), keyboard));
        Assert.That(bot.Api.Calls.Single().Fields["reply_markup"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
            Is.EqualTo("""{"inline_keyboard":[[{"text":"بله","callback_data":"y"}],[{"text":"سایت","url":"https://dialog.example/"}]]}"""));
    }

    [Test]
    public void An_empty_or_too_long_text_is_a_mistake_of_the_caller()
    {
        using var bot = new Bot();
        Assert.That(() => bot.SayAsync(1, " \n"), Throws.ArgumentException);
        Assert.That(() => bot.SayAsync(1, new string('a', 4097)), Throws.ArgumentException);
        Assert.That(bot.Api.Calls, Is.Empty);
    }

    [Test]
    public async Task An_edit_that_changes_nothing_is_fine()
    {
        using var bot = new Bot();
        var message = await bot.Clock.RunAsync(bot.SayAsync(1, "one"));
        await bot.Clock.RunAsync(bot.Client.EditMessageTextAsync(1, message.MessageId, MessageText.Plain("two")));
        await bot.Clock.RunAsync(bot.Client.EditMessageTextAsync(1, message.MessageId, MessageText.Plain("two")));
        Assert.That(await bot.ProblemAsync(bot.Client.EditMessageTextAsync(1, 99, MessageText.Plain("two"))), Is.InstanceOf<BotProblem.Refused>());
    }

    [Test]
    public async Task A_button_pressed_long_ago_is_no_error()
    {
        using var bot = new Bot();
        await bot.Clock.RunAsync(bot.Client.AnswerCallbackQueryAsync("old", "ok"));
        await bot.Clock.RunAsync(bot.Client.AnswerCallbackQueryAsync(bot.Api.Spin()));
        Assert.That(() => bot.Client.AnswerCallbackQueryAsync("new", new string('a', 201)), Throws.ArgumentException);
        Assert.That(bot.Api.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_typing_sign_is_tried_once()
    {
        using var bot = new Bot();
        Assert.That(await bot.Clock.RunAsync(bot.Client.SendChatActionAsync(1)));
        bot.Api.Next("sendChatAction", [_ => ApiAnswer.Broken(HttpRequestError.ConnectionError)]);
        Assert.That(await bot.Clock.RunAsync(bot.Client.SendChatActionAsync(1)), Is.False);
        Assert.That(bot.Api.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_group_whose_id_does_not_show_it_is_learnt_from_the_first_answer()
    {
        using var bot = new Bot(Provider.Bale);
        bot.Api.GroupChats.Add(55);
        await bot.Clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 19).Select(number => bot.SayAsync(55, $"{number}"))));
        await bot.Clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 30).Select(number => bot.SayAsync(55, $"{number}"))));
        Assert.That(bot.Api.Taken, Has.Count.EqualTo(49));
        var times = bot.Api.Taken.Select(taken => taken.At).ToArray();
        Assert.That(times[^1] - times[0], Is.GreaterThan(TimeSpan.FromMinutes(2)));
    }
}
