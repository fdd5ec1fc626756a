using System.Net;
using Dialog.AspNetCore.Knowledge;
using Dialog.AspNetCore.Knowledge.Import;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.Storage.Knowledge;

namespace Dialog.AspNetCore.Tests.Knowledge;

[TestFixture]
public sealed class NegativeTests
{
    private static readonly KnowledgeSnapshot Known = new(1, [new Intent { Title = "Hours", Examples = ["When do you open?"] }])
    {
        Negatives = [new Negative { Id = "n", Text = "tell me a joke" }],
    };

    [Test]
    public async Task AreAddedListedAndForgotten()
    {
        await using var host = await DialogHost.StartAsync();
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync("When do you open?\nWe open at nine.");
        var path = $"api/bots/{bot.Id}/negatives";

        var added = await owner.PostAsync(path, new { texts = new[] { "tell me a joke", " Tell me a joke! ", "", "who won the match" } });
        var first = added.Json[0].GetProperty("id").GetString();
        var dropped = await owner.SendAsync(HttpMethod.Delete, $"{path}/{first}");
        var again = await owner.SendAsync(HttpMethod.Delete, $"{path}/{first}");

        Assert.Multiple(() =>
        {
            Assert.That(added.Json.GetArrayLength(), Is.EqualTo(2), added.Text);
            Assert.That(dropped.Status, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(again.Status, Is.EqualTo(HttpStatusCode.NotFound));
        });
        Assert.That((await owner.GetAsync(path)).Json.GetArrayLength(), Is.EqualTo(1));
        Assert.That((await owner.TrainedAsync(bot)).GetProperty("state").GetString(), Is.EqualTo("live"));
    }

    [Test]
    public void WhatIsKnownAlreadyIsNotAddedTwice() =>
        Assert.That(Negatives.Fresh(["Tell me a joke", "sing", " sing "], Known), Is.EqualTo(new[] { "sing" }));

    [Test]
    public void WhatHasBecomeAnExampleIsNoNegativeForAsLongAsItIsOne()
    {
        var taught = Known with { Intents = [new Intent { Title = "Fun", Examples = ["Tell me a joke!"] }] };

        Assert.Multiple(() =>
        {
            Assert.That(Negatives.InForce(Known), Has.Count.EqualTo(1));
            Assert.That(Negatives.InForce(taught), Is.Empty);
        });
    }

    [TestCase("when do you open", "dialog:negative-is-example")]
    [TestCase("  ", "dialog:missing")]
    public void WhatCannotBeANegativeIsRefusedInWords(string text, string problem) =>
        Assert.That(Negatives.Check([text], Known)!.Problem.Type, Is.EqualTo(problem));

    [Test]
    public void TheLimitsAreThoseNamed()
    {
        var full = Known with
        {
            Negatives = [.. Enumerable.Range(1, KnowledgeLimits.Negatives).Select(i => new Negative { Id = $"{i}", Text = $"text {i}" })],
        };
        Assert.Multiple(() =>
        {
            Assert.That(Negatives.Check(["text 1"], full), Is.Null, "it is there already");
            Assert.That(Negatives.Check(["one more"], full)!.Problem.Type, Is.EqualTo("dialog:too-many-negatives"));
            Assert.That(Negatives.Check([new string('x', KnowledgeLimits.Example)], Known), Is.Null);
            Assert.That(Negatives.Check([new string('x', KnowledgeLimits.Example + 1)], Known)!.Problem.Type, Is.EqualTo("dialog:too-long"));
        });
    }
}
