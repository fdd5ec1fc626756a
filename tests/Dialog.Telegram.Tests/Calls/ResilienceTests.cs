namespace Dialog.Telegram.Tests;

public class ResilienceTests
{
    private static IEnumerable<Func<ApiCall, ApiAnswer>> Times(int count, ApiAnswer answer) => Enumerable.Repeat<Func<ApiCall, ApiAnswer>>(_ => answer, count);

    [Test]
    public async Task A_question_is_asked_again_after_any_failure_of_the_network()
    {
        using var bot = new Bot();
        bot.Api.Next("getMe", [_ => ApiAnswer.Broken(HttpRequestError.ResponseEnded), _ => ApiAnswer.Page(502), _ => ApiAnswer.Error(500, "Internal Server Error")]);
        var start = bot.Clock.GetUtcNow();
        Assert.That((await bot.Clock.RunAsync(bot.Client.GetMeAsync())).Username, Is.EqualTo("dialog_bot"));
        Assert.That(bot.Api.Calls, Has.Count.EqualTo(4));
        Assert.That(bot.Clock.GetUtcNow() - start, Is.GreaterThan(TimeSpan.FromMilliseconds(300)));
    }

    [Test]
    public async Task A_message_is_sent_again_only_if_it_never_left()
    {
        using var bot = new Bot();
        bot.Api.Next("sendMessage", Times(2, ApiAnswer.Broken(HttpRequestError.NameResolutionError)));
        await bot.Clock.RunAsync(bot.SayAsync(1, "hello"));
        Assert.That(bot.Api.Calls, Has.Count.EqualTo(3));

        bot.Api.Next("sendMessage", Times(1, ApiAnswer.Broken(HttpRequestError.ResponseEnded)));
        Assert.That(await bot.ProblemAsync(bot.SayAsync(1, "hello")), Is.InstanceOf<BotProblem.Network>().With.Property("MaybeDone").True);
        bot.Api.Next("sendMessage", Times(1, ApiAnswer.Error(500, "Internal Server Error")));
        Assert.That(await bot.ProblemAsync(bot.SayAsync(1, "hello")), Is.InstanceOf<BotProblem.ServerFailure>());
        Assert.That(bot.Api.Calls, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task An_answer_that_does_not_come_is_waited_for_as_long_as_was_set()
    {
        using var bot = new Bot(with: options => options with { CallTimeout = TimeSpan.FromSeconds(20) });
        await bot.Clock.RunAsync(bot.Client.GetMeAsync());
        using var silent = new Silence();
        using var client = new BotClient(bot.Client.Options with { Retries = 0 }, silent, bot.Clock);
        var start = bot.Clock.GetUtcNow();
        Assert.That(await bot.ProblemAsync(client.SendMessageAsync(1, MessageText.Plain("hello"))), Is.InstanceOf<BotProblem.Network>().With.Property("MaybeDone").True);
        Assert.That(bot.Clock.GetUtcNow() - start, Is.EqualTo(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task Who_cancels_hears_of_a_cancellation()
    {
        using var bot = new Bot();
        using var silent = new Silence();
        using var client = new BotClient(bot.Client.Options, silent, bot.Clock);
        using var cancelling = new CancellationTokenSource();
        var call = client.GetMeAsync(cancelling.Token);
        await cancelling.CancelAsync();
        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Told_to_wait_the_whole_bot_waits_and_each_chat_keeps_its_order()
    {
        using var bot = new Bot();
        bot.Api.Next("sendMessage", [_ => ApiAnswer.TooMany(17)]);
        var start = bot.Clock.GetUtcNow();
        var first = bot.SayAsync(1, "1-0");
        await bot.Api.ReceivedAsync(1);
        var rest = Enumerable.Range(1, 40).Select(number => bot.SayAsync(1 + number % 4, $"{1 + number % 4}-{number}")).ToArray();
        await bot.Clock.RunAsync(Task.WhenAll([first, .. rest, bot.Client.AnswerCallbackQueryAsync(bot.Api.Spin()).ContinueWith(_ => new Message { MessageId = 0, Chat = new Chat { Id = 0 } }, TaskScheduler.Default)]));
        Assert.That(bot.Api.TooEarly, Is.Zero);
        Assert.That(bot.Api.Taken, Has.Count.EqualTo(41));
        Assert.That(bot.Api.Taken.Select(taken => taken.At - start), Is.All.GreaterThanOrEqualTo(TimeSpan.FromSeconds(17)));
        foreach (var chat in bot.Api.Taken.GroupBy(taken => taken.Chat))
            Assert.That(chat.Select(taken => int.Parse(taken.Text.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)), Is.Ordered);
    }

    [Test]
    public async Task A_storm_of_too_many_loses_nothing()
    {
        using var bot = new Bot();
        var answers = 0;
        // Every third message is refused, for one to three seconds, forty times.
        bot.Api.Next("sendMessage", Enumerable.Range(0, 120).Select(number => (Func<ApiCall, ApiAnswer>)(call =>
            number % 3 == 0 ? ApiAnswer.TooMany(1 + number % 2) : Taken(bot, call, ref answers))));
        await bot.Clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 80).Select(number => bot.SayAsync(number % 20, $"{number}"))));
        Assert.That(bot.Api.Calls, Has.Count.EqualTo(120));
        Assert.That(answers, Is.EqualTo(80));
        foreach (var chat in bot.Api.Calls.GroupBy(call => call.Chat))
            Assert.That(chat.Select(call => int.Parse(call.Text("text")!, System.Globalization.CultureInfo.InvariantCulture)), Is.Ordered);
    }

    private static ApiAnswer Taken(Bot bot, ApiCall call, ref int answers)
    {
        Interlocked.Increment(ref answers);
        return ApiAnswer.Ok(new System.Text.Json.Nodes.JsonObject
        {
            ["message_id"] = bot.Api.Calls.Count,
            ["chat"] = new System.Text.Json.Nodes.JsonObject { ["id"] = call.Chat, ["type"] = "private" },
        });
    }

    [Test]
    public async Task A_pause_longer_than_patience_is_told_at_once_and_to_everybody()
    {
        using var bot = new Bot();
        bot.Api.Next("sendMessage", [_ => ApiAnswer.TooMany(600)]);
        var start = bot.Clock.GetUtcNow();
        Assert.That(await bot.ProblemAsync(bot.SayAsync(1, "hello")), Is.InstanceOf<BotProblem.TooMany>().With.Property("RetryAfter").EqualTo(TimeSpan.FromMinutes(10)));
        Assert.That(await bot.ProblemAsync(bot.SayAsync(2, "hello")), Is.InstanceOf<BotProblem.TooMany>());
        Assert.That(bot.Api.Calls, Has.Count.EqualTo(1));
        Assert.That(bot.Clock.GetUtcNow(), Is.EqualTo(start));
        Assert.That(await bot.Clock.RunAsync(bot.Client.GetUpdatesAsync()), Is.Empty, "Receiving goes on.");
        bot.Clock.Advance(TimeSpan.FromMinutes(9.5));
        await bot.Clock.RunAsync(bot.SayAsync(2, "hello"));
        Assert.That(bot.Clock.GetUtcNow() - start, Is.EqualTo(TimeSpan.FromMinutes(10)));
    }

    [Test]
    public async Task Who_waits_already_hears_of_a_longer_pause_too()
    {
        using var bot = new Bot();
        bot.Api.Next("sendMessage", [_ => ApiAnswer.TooMany(5), _ => ApiAnswer.TooMany(600)]);
        var start = bot.Clock.GetUtcNow();
        var first = bot.SayAsync(1, "hello");
        await bot.Api.ReceivedAsync(1);
        var second = bot.SayAsync(2, "hello");
        Assert.That(await bot.ProblemAsync(first), Is.InstanceOf<BotProblem.TooMany>());
        await bot.Clock.RunAsync(second.ContinueWith(_ => { }, TaskScheduler.Default));
        Assert.That(bot.Api.Calls.Count, Is.InRange(2, 3), "The second may have been in the air when the pause came.");
        Assert.That(bot.Clock.GetUtcNow() - start, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [TestCase(429, "Too Many Requests")]
    [TestCase(400, "bot limit exceed")]
    [TestCase(500, "local_rate_limited")]
    public async Task Bale_does_not_say_how_long_so_each_pause_is_longer(int code, string words)
    {
        using var bot = new Bot(Provider.Bale);
        bot.Api.Next("sendMessage", Times(5, ApiAnswer.Error(code, words)));
        await bot.Clock.RunAsync(bot.SayAsync(1, "hello"));
        var times = bot.Api.Calls.Select(call => call.At).ToArray();
        var waits = times.Zip(times.Skip(1), (a, b) => (b - a).TotalSeconds).ToArray();
        for (var i = 0; i < 5; i++) Assert.That(waits[i], Is.InRange(0.75 * (1 << i), 1.26 * (1 << i)), $"pause {i}");
        bot.Api.Next("sendMessage", Times(1, ApiAnswer.Error(code, words)));
        await bot.Clock.RunAsync(bot.SayAsync(1, "again"));
        Assert.That((bot.Api.Calls[^1].At - bot.Api.Calls[^2].At).TotalSeconds, Is.LessThan(1.3), "A success starts anew.");
    }

    [Test]
    public async Task After_many_failures_nothing_is_tried_for_a_while()
    {
        using var bot = new Bot(with: options => options with { Retries = 0 });
        bot.Api.Next("sendMessage", Times(8, ApiAnswer.Error(502, "Bad Gateway")));
        for (var i = 0; i < 8; i++) await bot.ProblemAsync(bot.SayAsync(i, "hello"));
        Assert.That(await bot.ProblemAsync(bot.SayAsync(9, "hello")), Is.InstanceOf<BotProblem.Resting>());
        Assert.That(bot.Api.Calls, Has.Count.EqualTo(8));
        bot.Clock.Advance(TimeSpan.FromSeconds(16));
        await bot.Clock.RunAsync(bot.SayAsync(9, "hello"));
        Assert.That(bot.Api.Taken, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task While_one_call_tries_whether_the_messenger_is_back_the_others_wait_for_a_moment_only()
    {
        using var bot = new Bot(with: options => options with { Retries = 0 });
        bot.Api.Next("sendMessage", Times(8, ApiAnswer.Error(502, "Bad Gateway")));
        for (var i = 0; i < 8; i++) await bot.ProblemAsync(bot.SayAsync(i, "hello"));
        bot.Clock.Advance(TimeSpan.FromSeconds(16));
        bot.Api.HoldAnswer();
        using var giveUp = new CancellationTokenSource();
        var probe = bot.SayAsync(9, "hello", giveUp.Token);
        await bot.Api.ReceivedAsync(9);
        Assert.That(await bot.ProblemAsync(bot.SayAsync(10, "hello")), Is.EqualTo(new BotProblem.Resting(TimeSpan.FromSeconds(1))));
        await giveUp.CancelAsync();
        Assert.That(async () => await probe, Throws.InstanceOf<OperationCanceledException>());
    }

    private sealed class Silence : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("never");
        }
    }
}
