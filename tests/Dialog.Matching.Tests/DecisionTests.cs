using Dialog.Matching;

namespace Dialog.Matching.Tests;

public sealed class DecisionTests
{
    [TestCase(0.9, 0.05, MatchOutcome.Answer)]
    [TestCase(0.45, 0.40, MatchOutcome.Unsure)]
    [TestCase(0.65, 0.10, MatchOutcome.HandOff)]
    [TestCase(0.2, 0.15, MatchOutcome.HandOff)]
    public void Two_that_are_likely_only_together_are_unsure(double first, double second, MatchOutcome expected) =>
        Assert.That(new MatchResult([new("a", first), new("b", second)]).Decide(0.7), Is.EqualTo(expected));

    [Test]
    public void A_lone_intent_is_never_unsure() =>
        Assert.That(new MatchResult([new("a", 0.5)]).Decide(0.7), Is.EqualTo(MatchOutcome.HandOff));

    [Test]
    public void Negatives_of_the_owner_lower_the_confidence_of_their_like()
    {
        string[] jobs = ["are you hiring in your shop", "do you have open jobs", "I want to work in your shop", "is your shop hiring staff", "open positions in the shop", "can I work for you"];
        var before = IntentTrainer.Train(Shops.English).Match("do you have an open job in your shop");
        var after = IntentTrainer.Train(Shops.English with { Negatives = jobs }).Match("do you have an open job in your shop");
        Assert.That(after.Best.Id, Is.EqualTo(before.Best.Id));
        Assert.That(after.Confidence, Is.LessThan(before.Confidence));
    }
}
