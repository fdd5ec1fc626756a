using System.Net;
using System.Text;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.Tests;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>What an owner does with accounts.</summary>
[TestFixture]
public sealed class ConnectingTests
{
    [Test]
    public async Task AConnectedAccountIsShownWithoutItsSecrets()
    {
        await using var shop = await Shop.OpenAsync(isConnected: false);

        var connected = await shop.ConnectAsync(with: new { provider = "telegram", token = BotApi.Token, proxy = "http://user:password@127.0.0.1:9" });
        var list = await shop.Owner.GetAsync($"api/bots/{shop.Bot.Id}/channels");

        Assert.Multiple(() =>
        {
            Assert.That(connected.Status, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(list.Json.GetProperty("channels")[0].GetProperty("username").GetString(), Is.EqualTo("dialog_bot"));
            Assert.That(list.Json.GetProperty("channels")[0].GetProperty("link").GetString(), Is.EqualTo("https://t.me/dialog_bot"));
            Assert.That(list.Json.GetProperty("channels")[0].GetProperty("hasProxy").GetBoolean());
            Assert.That(connected.Text + list.Text, Does.Not.Contain("FakeToken").And.Not.Contain("password"));
        });
    }

    [Test]
    public async Task NeitherTokensNorPasswordsLieInTheDatabaseInClear()
    {
        using var folder = new TemporaryFolder();
        await using (var shop = await Shop.OpenAsync(folder.Path, isConnected: false))
            await shop.ConnectAsync(with: new { provider = "telegram", token = BotApi.Token, proxy = "http://user:hiddenword@127.0.0.1:9" });

        var bytes = Encoding.UTF8.GetString(Directory.EnumerateFiles(folder.Path, "dialog.db*").SelectMany(File.ReadAllBytes).ToArray());
        Assert.That(bytes, Does.Contain("dialog_bot").And.Not.Contain("FakeToken").And.Not.Contain("hiddenword"));
    }

    [TestCase("not a token", "dialog:bad-token")]
    [TestCase("999999:AAFakeTokenThatNobodyHas_0123456789", "dialog:token-refused")]
    public async Task ATokenThatIsNoneIsRefusedInWords(string token, string problem)
    {
        await using var shop = await Shop.OpenAsync(isConnected: false);

        var refused = await shop.ConnectAsync(with: new { provider = "telegram", token });

        Assert.That(refused.Problem, Is.EqualTo(problem));
    }

    [Test]
    public async Task AMessengerThatIsAwayIsNamedWithWhatToDo()
    {
        await using var shop = await Shop.OpenAsync(isConnected: false);
        shop.Api.Outage = Outage.Refused;

        var refused = await shop.ConnectAsync(with: new { provider = "telegram", token = BotApi.Token });

        Assert.Multiple(() =>
        {
            Assert.That(refused.Problem, Is.EqualTo("dialog:messenger-unreachable"));
            Assert.That(refused.Json.GetProperty("detail").GetString(), Does.Contain("proxy"));
        });
    }

    [TestCase("baseAddress", "ftp://example.com", "dialog:bad-address")]
    [TestCase("baseAddress", "example", "dialog:bad-address")]
    [TestCase("proxy", "file:///etc/passwd", "dialog:bad-proxy")]
    public async Task AnAddressThatCannotBeUsedIsRefused(string field, string value, string problem)
    {
        await using var shop = await Shop.OpenAsync(isConnected: false);

        var refused = await shop.ConnectAsync(with: new Dictionary<string, string> { ["provider"] = "telegram", ["token"] = BotApi.Token, [field] = value });

        Assert.That(refused.Problem, Is.EqualTo(problem));
    }

    [Test]
    public async Task AnAccountBelongsToOneBotWhosesoeverItIs()
    {
        await using var shop = await Shop.OpenAsync();
        using var stranger = await Person.SignedUpAsync(shop.Host, "stranger@example.com");
        var bot = await stranger.AddBotAsync();

        var taken = await stranger.PostAsync($"api/bots/{bot.Id}/channels", new { provider = "telegram", token = BotApi.Token });
        var second = await shop.ConnectAsync(with: new { provider = "telegram", token = BotApi.Token });

        Assert.Multiple(() =>
        {
            Assert.That(taken.Problem, Is.EqualTo("dialog:account-taken"));
            Assert.That(second.Problem, Is.EqualTo("dialog:one-of-each"));
        });
    }

    [Test]
    public async Task AStrangerFindsNoChannelOfAnotherBotBelowTheirOwn()
    {
        await using var shop = await Shop.OpenAsync();
        using var stranger = await Person.SignedUpAsync(shop.Host, "stranger@example.com");
        var bot = await stranger.AddBotAsync();
        var path = $"api/bots/{bot.Id}/channels/{shop.Channel.GetProperty("id").GetString()}";

        await Assert.MultipleAsync(async () =>
        {
            Assert.That((await stranger.SendAsync(HttpMethod.Patch, path, System.Net.Http.Json.JsonContent.Create(new { isOn = false }))).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await stranger.SendAsync(HttpMethod.Delete, path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await stranger.GetAsync(path + "/picture")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await shop.Owner.GetAsync($"api/bots/{shop.Bot.Id}/channels")).Json.GetProperty("channels")[0].GetProperty("isOn").GetBoolean());
        });
    }

    [Test]
    public async Task AnotherAccountsTokenIsNotTakenForThisOne()
    {
        await using var shop = await Shop.OpenAsync();

        var refused = await shop.ChangeAsync(new { token = BotApi.BaleToken });

        Assert.That(refused.Problem, Is.EqualTo("dialog:other-account"));
    }

    [Test]
    public async Task ARevokedTokenStopsTheChannelAndTheDeskIsTold()
    {
        await using var shop = await Shop.OpenAsync();
        await using var desk = await shop.DeskAsync();
        await shop.Api.UntilAsync(() => shop.Api.CallsOf("getUpdates").Any());
        shop.Api.Next("getUpdates", _ => ApiAnswer.Error(401, "Unauthorized"));

        new ChatPerson(shop.Api, 7).Say("/start");

        var pushed = await desk.PushedAsync("channel", change => change.GetProperty("channel").GetProperty("state").GetString() == "stopped");
        Assert.That(pushed.GetProperty("channel").GetProperty("problem").GetProperty("type").GetString(), Is.EqualTo("dialog:token-refused"));
    }

    [Test]
    public async Task DisconnectedTheAccountIsForgottenAndTheConversationStays()
    {
        await using var shop = await Shop.OpenAsync();
        var sara = new ChatPerson(shop.Api, 7);
        sara.Say("when do you open");
        await sara.HeardAsync(1);

        var gone = await shop.Owner.SendAsync(HttpMethod.Delete, shop.ChannelPath);

        await using var desk = await HubClient.ConnectAsync(shop.Host, "hubs/desk", shop.Owner);
        var view = (await desk.CallAsync("Join", new { bot = shop.Bot.Id })).GetProperty("value");
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(gone.Status, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That((await shop.Owner.GetAsync($"api/bots/{shop.Bot.Id}/channels")).Json.GetProperty("channels").GetArrayLength(), Is.Zero);
            Assert.That(view.GetProperty("conversations").GetArrayLength(), Is.EqualTo(1));
            Assert.That((await shop.ConnectAsync()).Status, Is.EqualTo(HttpStatusCode.Created));
        });
    }
}
