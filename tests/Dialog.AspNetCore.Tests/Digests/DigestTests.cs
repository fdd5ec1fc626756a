using System.Net;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Digests;

/// <summary>Who gets a digest, when, and what it says.</summary>
public class DigestTests
{
    [Test]
    public async Task An_owner_hears_at_the_hour_what_the_bot_did_not_know_that_day()
    {
        await using var stage = await DigestStage.OpenAsync();
        await stage.SetAsync();
        var owner = await stage.SubscribedAsync();
        Assert.That(owner.Heard.Single().Text, Is.EqualTo("You will get the daily report of “Shop” here from now on, at 20:00."));
        await stage.AskAsync("do you deliver to Mars?");
        await stage.AskAsync("is there a discount for astronauts");
        await stage.AskAsync("Do you deliver to Mars");

        await stage.PassToAsync(21, 19);
        Assert.That(owner.Heard, Has.Count.EqualTo(1), "Not before its hour.");
        await stage.PassToAsync(21, 20);

        var digest = (await owner.HeardAsync(2))[1];
        Assert.That(digest.Text, Is.EqualTo("""
            Thursday 21 March 2030: Shop

            Conversations: 3, messages: 3.
            The bot handled 0% of them by itself; passed on to a person: 3.

            What it did not know:
            1. “do you deliver to Mars?” (2 times)
            2. “is there a discount for astronauts”

            Press a question to teach its answer.
            """.ReplaceLineEndings("\n")));
        Assert.That(digest.Buttons, Is.EqualTo(new[] { "1. do you deliver to Mars?", "2. is there a discount for astronauts" }));
    }

    [Test]
    public async Task In_Persian_on_Bale_by_the_clock_of_Tehran()
    {
        await using var stage = await DigestStage.OpenAsync("fa", bale: true);
        await stage.SetAsync(hour: 21, timeZone: "Asia/Tehran");
        var owner = await stage.SubscribedAsync();
        Assert.That(owner.Heard.Single().Text, Is.EqualTo("از این پس گزارش روزانهٔ «Shop» ساعت ۲۱ همین‌جا به دستتان می‌رسد."));
        await stage.AskAsync("به مریخ هم می‌فرستید؟");

        stage.Clock.Advance(DigestStage.Moment(21, 17, 30) - stage.Clock.GetUtcNow());
        await stage.SendDueAsync();

        Assert.That((await owner.HeardAsync(2))[1].Text, Is.EqualTo("""
            گزارش پنجشنبه ۱ فروردین ۱۴۰۹: Shop

            ۱ گفت‌وگو، ۱ پیام.
            ربات ۰٪ گفت‌وگوها را خودش به جواب رساند و ۱ تا را به همکاران سپرد.

            این‌ها را بلد نبود:
            ۱. «به مریخ هم می‌فرستید؟»

            روی هر سؤال بزنید تا جوابش را یادش بدهید.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Each_receiver_gets_one_a_day_also_after_restarts()
    {
        await using var stage = await DigestStage.OpenAsync();
        await stage.SetAsync();
        ChatPerson[] receivers = [await stage.SubscribedAsync(7), await stage.SubscribedAsync(8)];
        for (var day = 21; day < 24; day++)
        {
            for (var hour = day == 21 ? 9 : 0; hour < 24; hour += 3)
                await stage.PassToAsync(day, hour);
            await stage.RestartAsync();
            await stage.SendDueAsync();
        }
        foreach (var receiver in receivers)
            Assert.That(receiver.Heard.Skip(1).Select(digest => digest.Text.Split(':')[0]),
                Is.EqualTo(new[] { "Thursday 21 March 2030", "Friday 22 March 2030", "Saturday 23 March 2030" }));
    }

    [Test]
    public async Task A_server_that_was_off_at_the_hour_sends_it_when_it_is_on_again()
    {
        await using var stage = await DigestStage.OpenAsync();
        await stage.SetAsync();
        var owner = await stage.SubscribedAsync();
        await stage.Host.DisposeAsync();
        stage.Clock.Advance(TimeSpan.FromHours(14));
        await stage.StartAsync();
        Assert.That((await owner.HeardAsync(2))[1].Text, Does.StartWith("Thursday 21 March 2030: Shop"));
    }

    [Test]
    public async Task Off_by_default_and_an_hour_that_is_past_is_not_made_up_for()
    {
        await using var stage = await DigestStage.OpenAsync();
        var owner = await stage.SubscribedAsync();
        Assert.That(owner.Heard.Single().Text, Does.Contain("once it is turned on"));
        await stage.PassToAsync(22, 12);
        Assert.That(owner.Heard, Has.Count.EqualTo(1), "It is off.");

        await stage.SetAsync(hour: 9);
        await stage.SendDueAsync();
        Assert.That(owner.Heard, Has.Count.EqualTo(1), "Nine has been.");
        await stage.PassToAsync(23, 9);
        Assert.That(owner.Heard, Has.Count.EqualTo(2));
        Assert.That(owner.Heard[1].Text, Does.StartWith("Saturday 23 March 2030: Shop\n"));
    }

    [Test]
    public async Task What_a_day_without_the_messenger_left_untold_the_next_one_tells()
    {
        await using var stage = await DigestStage.OpenAsync();
        await stage.SetAsync();
        var owner = await stage.SubscribedAsync();
        await stage.AskAsync("do you deliver to Mars?");
        owner.Block();
        await stage.PassToAsync(21, 20);
        var tries = stage.Api.CallsOf("sendMessage").Count();
        await stage.PassToAsync(21, 22);
        Assert.That(stage.Api.CallsOf("sendMessage").Count(), Is.EqualTo(tries), "A closed door is tried once a day.");

        owner.Block(blocks: false);
        await stage.PassToAsync(22, 20);
        Assert.That((await owner.HeardAsync(2))[1].Text,
            Does.StartWith("Thursday 21 March 2030 to Friday 22 March 2030: Shop").And.Contain("do you deliver to Mars?"));
    }

    [Test]
    public async Task A_messenger_that_is_away_at_the_hour_gets_it_when_it_is_back()
    {
        await using var stage = await DigestStage.OpenAsync();
        await stage.SetAsync();
        var owner = await stage.SubscribedAsync();
        stage.Api.Next("sendMessage", Enumerable.Repeat<Func<ApiCall, ApiAnswer>>(_ => ApiAnswer.Page(502), 3));
        await stage.PassToAsync(21, 20);
        Assert.That(owner.Heard, Has.Count.EqualTo(1));
        while (owner.Heard.Count == 1)
        {
            stage.Clock.Advance(TimeSpan.FromMinutes(1));
            await stage.SendDueAsync();
        }
        Assert.That(owner.Heard[1].Text, Does.StartWith("Thursday 21 March 2030: Shop"));
    }

    [Test]
    public async Task Who_is_an_owner_no_more_gets_nothing_more()
    {
        await using var stage = await DigestStage.OpenAsync();
        await stage.SetAsync();
        var invitation = (await stage.Owner.PostAsync($"api/bots/{stage.Bot.Id}/invitations", new { role = "owner" })).Json.GetProperty("token").GetString();
        using var partner = await Person.SignedUpAsync(stage.Host, "partner@example.com", invitation);
        var chat = await stage.SubscribedAsync(8, partner);
        var partnerId = (await stage.Owner.GetAsync($"api/bots/{stage.Bot.Id}/members")).Json.EnumerateArray()
            .Single(member => member.GetProperty("email").GetString() == "partner@example.com").GetProperty("id").GetString();
        await stage.Owner.SendAsync(HttpMethod.Delete, $"api/bots/{stage.Bot.Id}/members/{partnerId}");

        await stage.PassToAsync(21, 20);

        Assert.That(chat.Heard, Has.Count.EqualTo(1));
        Assert.That((await stage.Owner.GetAsync(stage.Route)).Json.GetProperty("receivers").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_link_works_once_and_for_a_day()
    {
        await using var stage = await DigestStage.OpenAsync();
        var word = await stage.WordAsync(stage.Owner);
        var old = await stage.WordAsync(stage.Owner);
        var (sara, reza) = (new ChatPerson(stage.Api, 7), new ChatPerson(stage.Api, 8, "رضا"));
        sara.Say($"/start {word}");
        await sara.HeardAsync(1);
        reza.Say($"/start {word}");
        Assert.That((await reza.HeardAsync(1))[0].Text, Does.StartWith("This link has been used or is too old."));
        stage.Clock.Advance(TimeSpan.FromHours(25));
        reza.Say($"/start {old}");
        Assert.That((await reza.HeardAsync(2))[1].Text, Does.StartWith("This link has been used or is too old."));

        var receivers = (await stage.Owner.GetAsync(stage.Route)).Json.GetProperty("receivers");
        Assert.That(receivers.EnumerateArray().Select(receiver => (receiver.GetProperty("name").GetString(), receiver.GetProperty("provider").GetString())),
            Is.EqualTo(new[] { ("سارا", "telegram") }));
    }

    [Test]
    public async Task What_is_not_for_the_bot_is_not_listed()
    {
        await using var stage = await DigestStage.OpenAsync();
        await stage.SetAsync();
        var owner = await stage.SubscribedAsync();
        await stage.AskAsync("do you deliver to Mars?");
        await stage.AskAsync("is there a discount for astronauts");
        await stage.Owner.PostAsync($"api/bots/{stage.Bot.Id}/negatives", new { texts = new[] { "Is there a discount for astronauts?" } });
        await stage.PassToAsync(21, 20);
        Assert.That((await owner.HeardAsync(2))[1].Buttons, Is.EqualTo(new[] { "1. do you deliver to Mars?" }));
    }

    [Test]
    public async Task A_preview_comes_at_once_and_takes_nothing_from_the_digest()
    {
        await using var stage = await DigestStage.OpenAsync();
        await stage.SetAsync();
        var refused = await stage.Owner.PostAsync($"{stage.Route}/preview", new { });
        Assert.That((refused.Status, refused.Problem), Is.EqualTo((HttpStatusCode.Conflict, "dialog:digest-nobody")));

        var owner = await stage.SubscribedAsync();
        await stage.AskAsync("do you deliver to Mars?");
        var preview = await stage.Owner.PostAsync($"{stage.Route}/preview", new { });
        Assert.That(preview.Json.GetProperty("sent").GetInt32(), Is.EqualTo(1));
        await stage.PassToAsync(21, 20);
        Assert.That((await owner.HeardAsync(3)).Skip(1).Select(digest => digest.Text), Is.All.Contains("do you deliver to Mars?"));
    }

    [Test]
    public async Task A_preview_that_can_not_be_sent_says_why()
    {
        await using var stage = await DigestStage.OpenAsync();
        var owner = await stage.SubscribedAsync();
        owner.Block();
        var preview = await stage.Owner.PostAsync($"{stage.Route}/preview", new { });
        Assert.That((preview.Status, preview.Problem), Is.EqualTo((HttpStatusCode.Conflict, "dialog:person-blocked")));
    }

    [Test]
    public async Task Settings_are_kept_and_wrong_ones_are_told_so()
    {
        await using var stage = await DigestStage.OpenAsync("fa");
        var untouched = (await stage.Owner.GetAsync(stage.Route)).Json;
        Assert.That((untouched.GetProperty("isOn").GetBoolean(), untouched.GetProperty("hour").GetInt32(), untouched.GetProperty("timeZone").GetString()),
            Is.EqualTo((false, 21, "Asia/Tehran")));
        Assert.That((await stage.SetAsync(hour: 24)).Problem, Is.EqualTo("dialog:digest-hour"));
        Assert.That((await stage.SetAsync(hour: -1)).Problem, Is.EqualTo("dialog:digest-hour"));
        Assert.That((await stage.SetAsync(timeZone: "Mars/Olympus")).Problem, Is.EqualTo("dialog:digest-time-zone"));
        var set = (await stage.SetAsync(isOn: true, hour: 7, timeZone: "Europe/Berlin")).Json;
        Assert.That((set.GetProperty("isOn").GetBoolean(), set.GetProperty("hour").GetInt32(), set.GetProperty("timeZone").GetString()),
            Is.EqualTo((true, 7, "Europe/Berlin")));
    }

    [Test]
    public async Task Receivers_of_another_bot_are_not_ones_own_to_remove()
    {
        await using var stage = await DigestStage.OpenAsync();
        await stage.SubscribedAsync();
        var receiver = (await stage.Owner.GetAsync(stage.Route)).Json.GetProperty("receivers")[0].GetProperty("id").GetString();
        using var stranger = await Person.SignedUpAsync(stage.Host, "stranger@example.com");
        var strangers = await stranger.AddBotAsync();

        var foreign = await stranger.SendAsync(HttpMethod.Delete, $"api/bots/{strangers.Id}/digest/receivers/{receiver}");
        var random = await stranger.SendAsync(HttpMethod.Delete, $"api/bots/{strangers.Id}/digest/receivers/aaaabbbbccccddddeeee");
        Assert.That(foreign.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(foreign, Is.EqualTo(random));

        var own = await stage.Owner.SendAsync(HttpMethod.Delete, $"{stage.Route}/receivers/{receiver}");
        Assert.That(own.Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await stage.Owner.GetAsync(stage.Route)).Json.GetProperty("receivers").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_word_of_another_bot_subscribes_nobody()
    {
        await using var stage = await DigestStage.OpenAsync();
        using var stranger = await Person.SignedUpAsync(stage.Host, "stranger@example.com");
        var strangers = await stranger.AddBotAsync();
        await stranger.PostAsync($"api/bots/{strangers.Id}/channels", new { provider = "telegram", token = BotApi.BaleToken });
        Assert.That((await stranger.GetAsync($"api/bots/{strangers.Id}/digest")).Json.GetProperty("links").GetArrayLength(), Is.Zero, "The account is refused.");

        var word = await stage.WordAsync(stage.Owner);
        await stage.Owner.SendAsync(HttpMethod.Delete, $"api/bots/{stage.Bot.Id}/channels/{stage.Channel}");
        var taken = await stranger.PostAsync($"api/bots/{strangers.Id}/channels", new { provider = "telegram", token = BotApi.Token });
        Assert.That(taken.Status, Is.EqualTo(HttpStatusCode.Created), taken.Text);
        var sara = new ChatPerson(stage.Api, 7);
        sara.Say($"/start {word}");
        Assert.That((await sara.HeardAsync(1))[0].Text, Does.StartWith("This link has been used or is too old."));
        Assert.That((await stranger.GetAsync($"api/bots/{strangers.Id}/digest")).Json.GetProperty("receivers").GetArrayLength(), Is.Zero);
    }
}
