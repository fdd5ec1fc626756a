using Dialog.Matching;

namespace Dialog.Matching.Tests.Training;

public sealed class BrandNewBotTests
{
    private static readonly IntentModel English = IntentTrainer.Train(Shops.English);
    private static readonly IntentModel Persian = IntentTrainer.Train(Shops.Persian);

    [TestCase("how long will delivery take", "delivery")]
    [TestCase("can I return my shoes?", "returns")]
    [TestCase("what are your opening hours?", "hours")]
    [TestCase("please cancel my order", "cancel")]
    [TestCase("where is your store", "address")]
    [TestCase("is there any discount", "discount")]
    public void A_paraphrase_is_answered_above_the_threshold(string text, string intent) => Answers(English, text, intent);

    [TestCase("هزینه ارسال چقدره؟", "هزینه")]
    [TestCase("چطوری میتونم مرجوع کنم", "مرجوعی")]
    [TestCase("ادرس فروشگاهتون کجاست", "آدرس")]
    [TestCase("کد تخفیف ندارید؟", "تخفیف")]
    [TestCase("میخوام سفارشمو لغو کنم", "لغو")]
    public void A_Persian_paraphrase_is_answered_above_the_threshold(string text, string intent) => Answers(Persian, text, intent);

    [TestCase("what is the capital of France")]
    [TestCase("tell me a joke about penguins")]
    [TestCase("who won the match last night")]
    [TestCase("asdkjh qwlekj")]
    [TestCase("🎉🎉")]
    [TestCase("")]
    public void A_foreign_message_falls_below_the_threshold(string text)
    {
        Assert.That(English.Match(text).Confidence, Is.LessThan(English.ThresholdFor(0.1)));
        Assert.That(Persian.Match(text).Confidence, Is.LessThan(Persian.ThresholdFor(0.1)));
    }

    [TestCase("پایتخت فرانسه کجاست")]
    [TestCase("هوا فردا چطوره")]
    [TestCase("یه جوک بگو")]
    public void A_Persian_foreign_message_falls_below_the_threshold(string text) =>
        Assert.That(Persian.Match(text).Confidence, Is.LessThan(Persian.ThresholdFor(0.1)));

    [Test]
    public void A_word_that_only_the_answer_has_finds_its_intent()
    {
        TrainingIntent[] intents =
        [
            new("warranty", ["is it guaranteed", "what if it breaks"], Answer: "Everything we sell is covered for two years; bring the receipt to any workshop."),
            new("hours", ["when are you open", "opening times"], Answer: "Our doors are open from nine to five, Sundays excepted."),
        ];
        Assert.That(IntentTrainer.Train(new TrainingSet(intents)).Match("do you have a workshop").Best.Id, Is.EqualTo("warranty"));
        Assert.That(IntentTrainer.Train(new TrainingSet(intents)).Match("sundays").Best.Id, Is.EqualTo("hours"));
    }

    [Test]
    public void Fewer_tolerated_mistakes_raise_the_threshold()
    {
        var thresholds = new[] { 0.3, 0.1, 0.05, 0.01 }.Select(English.ThresholdFor).ToArray();
        Assert.That(thresholds, Is.Ordered);
        Assert.That(thresholds, Has.All.InRange(0, 1));
    }

    [Test]
    public void One_intent_with_one_example_is_enough()
    {
        var model = IntentTrainer.Train(new TrainingSet([new TrainingIntent("hours", ["When are you open?"])]));
        Assert.That(model.Match("when are you open").Best.Id, Is.EqualTo("hours"));
        Assert.That(model.Match("when are you open").Confidence, Is.GreaterThanOrEqualTo(model.ThresholdFor(0.1)));
        Assert.That(model.Match("do you sell bananas in bulk").Confidence, Is.LessThan(model.ThresholdFor(0.1)));
    }

    private static void Answers(IntentModel model, string text, string intent)
    {
        var result = model.Match(text);
        Assert.That(result.Best.Id, Is.EqualTo(intent));
        Assert.That(result.Confidence, Is.GreaterThanOrEqualTo(model.ThresholdFor(0.1)), $"{result.Best}");
    }
}
