using Dapper;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.Storage;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;
using Dialog.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>Nothing that was confirmed to the messenger is lost or taken twice, and every chat keeps its order.</summary>
[TestFixture]
public sealed class PromiseTests
{
    [Test]
    public async Task AnUpdateThatComesAHundredTimesIsTakenOnce()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Api.Repeats = 100;
        var sara = new ChatPerson(shop.Api, 7);

        sara.Say("when do you open");
        await sara.HeardAsync(1);
        await shop.Api.UntilAsync(() => shop.Api.Pending == 0);

        Assert.That(await shop.QueryAsync(c => c.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM events")), Is.EqualTo(2));
    }

    [Test]
    public async Task WhatWasKeptBeforeACrashIsWorkedOffAfterIt()
    {
        using var folder = new TemporaryFolder();
        var api = new BotApi(TimeProvider.System);
        await using (var shop = await Shop.OpenAsync(folder.Path, api: api))
        {
            await shop.ChangeAsync(new { isOn = false });
            var channel = await ChannelAsync(shop.Host);
            await shop.Host.Services.GetRequiredService<UpdateStore>().StoreAsync(
                channel, [new ReceivedUpdate { UpdateId = 9, Chat = 7, Message = 9, Body = BotApi.TextUpdate(9, "when do you open").ToJsonString() }]);
            await shop.Host.Services.GetRequiredService<ChannelStore>().UpdateAsync(channel with { IsOn = true });
        }

        using var again = new BotApi(TimeProvider.System);
        await using var host = await Shop.HostAsync(folder.Path, again);

        Assert.That((await new ChatPerson(again, 7).HeardAsync(1))[0].Text, Is.EqualTo("We open at nine."));
    }

    [Test]
    public async Task ACrashBetweenTheLogAndTheMarkRepeatsNothing()
    {
        await using var shop = await Shop.OpenAsync();
        var sara = new ChatPerson(shop.Api, 7);
        sara.Say("when do you open");
        await sara.HeardAsync(1);

        await shop.Host.Services.GetRequiredService<Database>().WriteAsync(c => c.ExecuteAsync(
            "UPDATE updates SET taken_at = NULL, body = @body", new { body = BotApi.TextUpdate(1001, "when do you open").ToJsonString() }));
        await shop.ChangeAsync(new { isOn = false });
        await shop.ChangeAsync(new { isOn = true });
        sara.Say("do you ship abroad");

        var heard = await sara.HeardAsync(2);
        Assert.That(heard.Select(sent => sent.Text), Is.EqualTo(new[] { "We open at nine.", "Yes, to most of Europe." }));
    }

    [Test]
    public async Task WhatWasSaidWhileTheServerWasAwayIsCarriedAfterIt()
    {
        using var folder = new TemporaryFolder();
        await using (var shop = await Shop.OpenAsync(folder.Path))
        {
            var sara = new ChatPerson(shop.Api, 7);
            sara.Say("when do you open");
            await sara.HeardAsync(1);
            var channel = await ChannelAsync(shop.Host);
            await shop.ChangeAsync(new { isOn = false });
            var chat = await shop.Host.Services.GetRequiredService<ChatStore>().FindAsync(channel, 7);
            foreach (var text in new[] { "first", "second" })
                await shop.Host.Services.GetRequiredService<ConversationLog>().AppendAsync(
                    chat!.BotId, chat.ConversationId, null, _ => [new NewEvent(EventKinds.Message, Authors.Agent) { AuthorName = "Reza", Text = text }]);
            await shop.Host.Services.GetRequiredService<ChannelStore>().UpdateAsync(channel with { IsOn = true });
        }

        using var again = new BotApi(TimeProvider.System);
        await using var host = await Shop.HostAsync(folder.Path, again);

        Assert.That((await new ChatPerson(again, 7).HeardAsync(2)).Select(sent => sent.Text), Is.EqualTo(new[] { "first", "second" }));
    }

    [Test]
    public async Task WhatIsOverTheVisitorsLimitWaitsAndIsNotLost()
    {
        await using var shop = await Shop.OpenAsync();
        await using var desk = await shop.DeskAsync();
        var sara = new ChatPerson(shop.Api, 7);
        sara.Say("/person");
        await sara.HeardAsync(1);
        for (var i = 1; i <= Limits.VisitorBurst + 1; i++)
            sara.Say($"word {i}");

        await desk.PushedAsync("conversation", item => item.GetProperty("preview").GetString() == $"word {Limits.VisitorBurst + 1}");

        var texts = await shop.QueryAsync(async c => (await c.QueryAsync<string>("SELECT text FROM events WHERE text LIKE 'word %' ORDER BY sequence")).ToList());
        Assert.That(texts, Is.EqualTo(Enumerable.Range(1, Limits.VisitorBurst + 1).Select(i => $"word {i}")));
    }

    [Test]
    public async Task AnswersWrittenDuringAnOutageArriveAfterItInOrder()
    {
        await using var shop = await Shop.OpenAsync();
        var sara = new ChatPerson(shop.Api, 7);
        sara.Say("/person");
        await sara.HeardAsync(1);
        await using var desk = await shop.DeskAsync();
        var conversation = await shop.QueryAsync(c => c.ExecuteScalarAsync<string>("SELECT id FROM conversations"));
        await desk.CallAsync("Take", new { conversation });
        await sara.HeardAsync(2);

        shop.Api.Outage = Outage.Refused;
        for (var i = 1; i <= 3; i++)
            await desk.CallAsync("Answer", new { conversation, id = $"a{i}", text = $"answer {i}" });
        shop.Api.Outage = Outage.None;

        var heard = await sara.HeardAsync(5);
        Assert.That(heard.Skip(2).Select(sent => sent.Text), Is.EqualTo(new[] { "answer 1", "answer 2", "answer 3" }));
    }

    [Test]
    public async Task WhatFailsToBeWorkedOffDoesNotHoldUpItsChat()
    {
        await using var shop = await Shop.OpenAsync();
        var sara = new ChatPerson(shop.Api, 7);
        shop.Api.Post(new System.Text.Json.Nodes.JsonObject
        {
            ["message"] = new System.Text.Json.Nodes.JsonObject { ["chat"] = "of a shape nobody knows" },
        });
        sara.Say("when do you open");

        Assert.That((await sara.HeardAsync(1))[0].Text, Is.EqualTo("We open at nine."));
    }

    private static async Task<Channel> ChannelAsync(DialogHost host) =>
        (await host.Services.GetRequiredService<ChannelStore>().AllAsync()).Single();
}
