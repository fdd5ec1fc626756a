using System.Net;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests;

[TestFixture]
[NonParallelizable]
public sealed class MetricsTests
{
    [Test]
    public async Task WhoAsksForThemGetsThemInPrometheusText()
    {
        await using var host = await DialogHost.StartAsync(metrics: true);
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync("When do you open?\nWe open at nine.");
        await using var visitor = await HubClient.VisitorAsync(host, bot);
        await visitor.CallAsync("Send", new { id = "m1", text = "when do you open" });
        await visitor.CallAsync("AskForPerson", new { id = "m2" });

        var text = (await owner.GetAsync("metrics")).Text;

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("# TYPE dialog_connections gauge"));
            Assert.That(text, Does.Match("dialog_messages_total\\{author=\"visitor\"\\} [1-9]"));
            Assert.That(text, Does.Match("dialog_commit_duration_seconds_count [1-9]"));
            Assert.That(text, Does.Match("dialog_commit_group_size_bucket\\{le=\"\\+Inf\"\\} [1-9]"));
            Assert.That(text, Does.Match("dialog_match_duration_seconds_bucket\\{le=\"[0-9.E-]+\"\\} [0-9]"));
            Assert.That(text, Does.Contain("dialog_queue_length "));
            Assert.That(text, Does.Not.Contain(bot.Id).And.Not.Contain("owner@example.com"));
        });
    }

    [Test]
    public async Task TheyAreOffUnlessAskedFor()
    {
        await using var host = await DialogHost.StartAsync();
        using var person = new Person(host);

        Assert.That((await person.GetAsync("metrics")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
