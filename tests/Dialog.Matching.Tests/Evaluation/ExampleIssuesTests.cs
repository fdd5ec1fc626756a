using Dialog.Matching;
using Dialog.Matching.Evaluation;

namespace Dialog.Matching.Tests.Evaluation;

public sealed class ExampleIssuesTests
{
    [TestCase("en")]
    [TestCase("fa")]
    public void Planted_examples_of_another_intent_are_found_with_where_they_belong(string shop)
    {
        var (set, heldOut) = Shops.Demo(shop);
        var planted = set.Intents.Take(10).Select((intent, i) => (To: set.Intents[i + 10].Id, From: intent.Id, heldOut.First(row => row.Intent == intent.Id).Text)).ToArray();
        var wrong = set with
        {
            Intents = [.. set.Intents.Select(intent => intent with { Examples = [.. intent.Examples, .. planted.Where(one => one.To == intent.Id).Select(one => one.Text)] })],
        };
        var suspects = Find(wrong).Mislabelled;
        var found = planted.Where(one => suspects.Any(suspect => (suspect.Text, suspect.IntentId, suspect.SuggestedIntentId) == (one.Text, one.To, one.From))).ToArray();
        Assert.That(found, Has.Length.AtLeast(3));

        // Looking through the list pays: what is wrong is there several times as often as in the set.
        var everywhere = planted.Length / (double)wrong.Intents.Sum(intent => intent.Examples.Count);
        Assert.That(found.Length / (double)suspects.Count, Is.GreaterThanOrEqualTo(4 * everywhere));
        Assert.That(suspects.Select(suspect => suspect.Confidence), Is.Ordered.Descending);
    }

    [Test]
    public void The_same_text_in_one_intent_is_a_duplicate_and_in_two_a_conflict()
    {
        var issues = Find(new TrainingSet(
        [
            new TrainingIntent("hours", ["When are you open?", "when are you OPEN", "opening hours"]),
            new TrainingIntent("address", ["Where is your shop?", "Opening hours!", "store location"]),
        ]));
        Assert.That(issues.Repeated, Is.EqualTo(new[]
        {
            new RepeatedExample(RepeatKind.Conflict, "address", "Opening hours!", "hours", "opening hours"),
            new RepeatedExample(RepeatKind.Duplicate, "hours", "when are you OPEN", "hours", "When are you open?"),
        }));
        Assert.That(issues.Mislabelled.Select(suspect => suspect.Text), Has.None.EqualTo("Opening hours!").And.None.EqualTo("opening hours"), "A conflict is told once.");
    }

    [Test]
    public void Persian_is_compared_as_it_is_matched() => Assert.That(
        Find(new TrainingSet(
        [
            new TrainingIntent("لغو", ["می‌خواهم سفارشم را لغو کنم", "ميخوام سفارشمو لغو كنم"]),
            new TrainingIntent("تماس", ["شماره تماس", "تلفن پشتیبانی"]),
        ])).Repeated.Select(one => one.Kind),
        Is.EqualTo(new[] { RepeatKind.Duplicate }));

    [Test]
    public void Nearly_the_same_words_are_told_apart_from_the_same()
    {
        var issues = Find(new TrainingSet(
        [
            new TrainingIntent("cancel", ["I want to cancel my order now", "I want to cancel my order now please", "stop it"]),
            new TrainingIntent("change", ["now I want to cancel my last order", "change it"]),
        ]));
        Assert.That(issues.Repeated.Select(one => one.Kind), Is.EquivalentTo(new[] { RepeatKind.NearDuplicate, RepeatKind.NearConflict }));
    }

    [Test]
    public void A_clean_shop_has_few_suspects_and_no_repetition()
    {
        var set = Shops.Demo("en").Set;
        var issues = Find(set);
        Assert.That(issues.Mislabelled, Has.Count.LessThanOrEqualTo(set.Intents.Sum(intent => intent.Examples.Count) / 10));
        Assert.That(issues.Repeated.Where(one => one.Kind is RepeatKind.Duplicate or RepeatKind.Conflict), Is.Empty);
    }

    private static ExampleIssues Find(TrainingSet set) => ExampleIssues.Find(set, CrossValidation.Run(set, 5));
}
