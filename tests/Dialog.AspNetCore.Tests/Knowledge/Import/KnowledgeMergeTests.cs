using Dialog.AspNetCore.Knowledge.Import;

namespace Dialog.AspNetCore.Tests.Knowledge.Import;

public sealed class KnowledgeMergeTests
{
    private static readonly ExistingIntent Hours = new("h", "Opening hours", "From nine to six.", ["when open?", "hours"]);
    private static readonly ExistingIntent Place = new("p", "Place", "12 Mill Lane", ["where?"]);

    [Test]
    public void AnUnknownAnswerIsANewIntent() =>
        Assert.That(Plan("how much?\nFive."), Is.EqualTo(new[] { "New : how much?" }));

    [Test]
    public void NewExamplesOfAKnownAnswerJoinItsIntent() =>
        Assert.That(Plan("When open\nopen today?\nFrom nine  to six."), Is.EqualTo(new[] { "Merged h: open today?" }));

    [Test]
    public void WhatTheBotHasIsUnchanged() =>
        Assert.That(Plan("Hours!\nFrom nine to six."), Is.EqualTo(new[] { "Unchanged h: Hours!" }));

    [Test]
    public void AnExampleOfAnotherIntentIsRefusedAndTheRestIsTaken()
    {
        var plan = KnowledgeMerge.Plan(Reading.Pasted("where\nhow much?\nFive.").Pairs, [Hours, Place]);

        Assert.That(Words(plan), Is.EqualTo(new[] { "New : how much?", "Refused : where" }));
        Assert.That(plan.Pairs[1].Problem!.In("en").Title, Is.EqualTo("“where” already belongs to “Place”, which has another answer."));
    }

    [Test]
    public void AnExampleOfAnotherIntentIsRefusedWhenItsAnswerIsKnownToo() =>
        Assert.That(Plan("where?\nFrom nine to six."), Is.EqualTo(new[] { "Refused : where?" }));

    [Test]
    public void OfTwoIntentsWithOneAnswerTheTitleDecides()
    {
        var plan = KnowledgeMerge.Plan(
            Reading.Csv("title,question,answer\nB,b2,Call us.").Pairs,
            [new("1", "A", "Call us.", ["a"]), new("2", "B", "Call us.", ["b"])]);

        Assert.That(Words(plan), Is.EqualTo(new[] { "Merged 2: b2" }));
    }

    [Test]
    public void RefusedPairsOfTheFileStayRefused() =>
        Assert.That(Plan("how much?"), Is.EqualTo(new[] { "Refused : how much?" }));

    [Test]
    public void TheLimitOfIntentsHoldsForTheWholeBot()
    {
        var full = Enumerable.Range(0, KnowledgeLimits.Intents - 1).Select(i => new ExistingIntent($"{i}", $"{i}", $"a{i}", [$"q{i}"])).ToList();

        var plan = KnowledgeMerge.Plan(Reading.Pasted("one\nOne.\n\ntwo\nTwo.\n\nthree\na7").Pairs, full);

        Assert.That(Words(plan), Is.EqualTo(new[] { "New : one", "Refused : two", "Merged 7: three" }));
        Assert.That(plan.Pairs[1].Problem!.Type, Is.EqualTo("dialog:import-too-many-intents"));
        Assert.That(plan.Count(PairState.Refused), Is.EqualTo(1));
    }

    [Test]
    public void TheLimitOfExamplesHoldsForTheWholeBot()
    {
        var full = new ExistingIntent("f", "Full", "Full.", [.. Enumerable.Range(0, KnowledgeLimits.Examples - 1).Select(i => $"q{i}")]);

        var plan = KnowledgeMerge.Plan(Reading.Pasted("one\nother\nOne.\n\nthird\nFull.").Pairs, [full]);

        Assert.That(Words(plan), Is.EqualTo(new[] { "Refused : one | other", "Merged f: third" }));
        Assert.That(plan.Pairs[0].Problem!.Type, Is.EqualTo("dialog:import-too-many-examples"));
    }

    private static string[] Plan(string pasted) =>
        Words(KnowledgeMerge.Plan(Reading.Pasted(pasted).Pairs, [Hours, Place]));

    private static string[] Words(ImportPlan plan) =>
        [.. plan.Pairs.Select(pair => $"{pair.State} {pair.IntentId}: {string.Join(" | ", pair.Examples)}")];
}
