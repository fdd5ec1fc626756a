using Dialog.AspNetCore.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>A walk against a Bot API server that somebody else wrote, with other ideas of what it answers.</summary>
[TestFixture]
public sealed class EmulatorTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task AVisitorIsAnsweredRefusesTheAnswerAndReachesAPerson(CancellationToken cancellation)
    {
        using var emulator = await Emulator.StartAsync();
        await using var host = await DialogHost.StartAsync(services: services => services.PostConfigure<DialogOptions>(options => options.Messengers.BaseAddress = emulator.Address));
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync(Shop.Knowledge);
        var connected = await owner.PostAsync($"api/bots/{bot.Id}/channels", new { provider = "telegram", token = BotApi.Token });
        Assert.That(connected.Json.GetProperty("username").GetString(), Is.EqualTo("TestNameBot"));
        await using var desk = await HubClient.ConnectAsync(host, "hubs/desk", owner);
        await desk.CallAsync("Join", new { bot = bot.Id });

        await emulator.WriteAsync("when do you open?");
        var answer = await SaidAsync(emulator, 1, cancellation);
        Assert.That(answer["text"]!.ToString(), Is.EqualTo("We open at nine."));
        var button = answer["reply_markup"]!["inline_keyboard"]![0]![0]!;
        Assert.That(button["text"]!.ToString(), Is.EqualTo("Not what I asked"));

        await emulator.PressAsync(button["callback_data"]!.ToString());
        await SaidAsync(emulator, 2, cancellation);
        var waiting = await desk.PushedAsync("conversation", item => item.GetProperty("state").GetString() == "waiting");
        Assert.That(waiting.GetProperty("person").GetProperty("name").GetString(), Is.EqualTo("سارا"));
        var conversation = waiting.GetProperty("id").GetString();
        await desk.CallAsync("Take", new { conversation });
        await desk.CallAsync("Answer", new { conversation, id = "a1", text = "سلام سارا، تا ساعت ۸ هستیم. <b>خوش آمدید</b> & باشید" });
        var said = await SaidAsync(emulator, 4, cancellation);
        Assert.That(said["text"]!.ToString(), Is.EqualTo("سلام سارا، تا ساعت ۸ هستیم. <b>خوش آمدید</b> & باشید"));
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> SaidAsync(Emulator emulator, int count, CancellationToken cancellation)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (true)
        {
            if (await emulator.SaidAsync() is var said && said.Count >= count)
                return said[count - 1];
            await beat.WaitForNextTickAsync(cancellation);
        }
    }
}
