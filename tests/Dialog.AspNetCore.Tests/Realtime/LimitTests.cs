using System.Text.Json;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Realtime;

[TestFixture]
public sealed class LimitTests
{
    [Test]
    public async Task WhoWritesTooFastIsToldHowLongToWaitAndNothingOfItIsKept()
    {
        await using var host = await DialogHost.StartAsync();
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync();
        await using var visitor = await HubClient.VisitorAsync(host, bot);
        await visitor.CallAsync("AskForPerson", new { id = "person" });

        var replies = new List<JsonElement>();
        for (var i = 0; i < Limits.VisitorBurst * 2; i++)
            replies.Add(await visitor.CallAsync("Send", new { id = $"m{i}", text = "hello" }));

        var refused = replies.Where(reply => reply.GetProperty("value").ValueKind == JsonValueKind.Null).ToList();
        var kept = (await visitor.CallAsync("After", new { after = 0 })).GetProperty("value").GetProperty("events");
        Assert.Multiple(() =>
        {
            Assert.That(refused, Is.Not.Empty);
            Assert.That(refused[0].GetProperty("problem").GetProperty("type").GetString(), Is.EqualTo("dialog:too-fast"));
            Assert.That(refused[0].GetProperty("problem").GetProperty("retryAfter").GetInt32(), Is.GreaterThan(0));
            Assert.That(
                kept.EnumerateArray().Count(e => e.TryGetProperty("id", out var id) && id.GetString()!.StartsWith('m')),
                Is.EqualTo(replies.Count - refused.Count));
        });
    }

    [TestCase("", "dialog:empty-message")]
    [TestCase("   \n ", "dialog:empty-message")]
    public async Task AnEmptyMessageIsRefusedInTheBotsLanguage(string text, string problem)
    {
        await using var host = await DialogHost.StartAsync();
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync(language: "fa");
        await using var visitor = await HubClient.VisitorAsync(host, bot);

        var refused = (await visitor.CallAsync("Send", new { id = "m1", text })).GetProperty("problem");

        Assert.Multiple(() =>
        {
            Assert.That(refused.GetProperty("type").GetString(), Is.EqualTo(problem));
            Assert.That(refused.GetProperty("title").GetString(), Is.EqualTo("پیام خالی است."));
        });
    }

    [TestCase("")]
    [TestCase("two words")]
    [TestCase("agent:someone:1")]
    public async Task AClientIdThatIsNoneIsRefused(string id)
    {
        await using var host = await DialogHost.StartAsync();
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync();
        await using var visitor = await HubClient.VisitorAsync(host, bot);

        var refused = await visitor.CallAsync("Send", new { id, text = "hello" });

        Assert.That(refused.GetProperty("problem").GetProperty("type").GetString(), Is.EqualTo("dialog:bad-id"));
    }
}
