using System.Net;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.Tests.Messengers;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>On a server that many share, nobody reaches its own network through an account's addresses.</summary>
[TestFixture]
public sealed class PrivateAddressTests
{
    [TestCase("baseAddress", "http://127.0.0.1:9")]
    [TestCase("baseAddress", "http://169.254.169.254/latest")]
    [TestCase("proxy", "http://localhost:9")]
    public async Task AnAddressInsideIsRefusedInWordsAndNothingIsConnected(string field, string address)
    {
        await using var host = await DialogHost.StartAsync();
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync();

        var answer = await owner.PostAsync(
            $"api/bots/{bot.Id}/channels", new Dictionary<string, string> { ["provider"] = "telegram", ["token"] = BotApi.Token, [field] = address });
        var channels = (await owner.GetAsync($"api/bots/{bot.Id}/channels")).Json.GetProperty("channels");

        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.BadRequest, "dialog:messenger-private-address")));
            Assert.That(channels.GetArrayLength(), Is.Zero);
        });
    }
}
