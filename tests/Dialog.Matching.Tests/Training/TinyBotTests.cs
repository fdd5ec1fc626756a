namespace Dialog.Matching.Tests.Training;

/// <summary>Two intents with two or three phrasings: what every owner begins with. It may know little, but must know that.</summary>
public sealed class TinyBotTests
{
    private static readonly IntentModel English = Train(
        ["hours", "When are you open?", "opening hours", "are you open today"],
        ["delivery", "How long does delivery take?", "when will my order arrive"]);

    private static readonly IntentModel Persian = Train(
        ["ساعت", "ساعت کاری شما چیست", "تا کی باز هستید", "امروز باز هستین؟"],
        ["ارسال", "ارسال سفارش چقدر طول می‌کشد؟", "کی به دستم می‌رسه"]);

    [TestCase("good morning dear people")]
    [TestCase("my parrot ate the invoice")]
    [TestCase("do you have it in blue")]
    [TestCase("I forgot my password")]
    [TestCase("who won the match last night")]
    [TestCase("what is the capital of France")]
    [TestCase("is there a discount for students")]
    public void A_foreign_message_is_handed_off(string text) => HandsOff(English, text);

    [TestCase("صبح بخیر دوستان عزیز")]
    [TestCase("طوطی من فاکتور را خورد")]
    [TestCase("رنگ آبی هم دارید؟")]
    [TestCase("رمزم را فراموش کردم")]
    [TestCase("پایتخت فرانسه کجاست")]
    [TestCase("تخفیف دانشجویی دارید؟")]
    [TestCase("یه جوک بگو")]
    public void A_Persian_foreign_message_is_handed_off(string text) => HandsOff(Persian, text);

    [TestCase("when are you open", "hours")]
    [TestCase("how long does the delivery take", "delivery")]
    public void What_it_was_told_is_answered(string text, string intent) => Answers(English, text, intent);

    [TestCase("ساعت کاریتون چیه", "ساعت")]
    [TestCase("ارسال سفارش چقدر طول میکشه", "ارسال")]
    public void What_it_was_told_in_Persian_is_answered(string text, string intent) => Answers(Persian, text, intent);

    /// <summary>Two intents leave none to hold out, so nothing of their own tells how a foreign message looks.</summary>
    [TestCase("good morning dear people")]
    [TestCase("my parrot ate the invoice")]
    [TestCase("my parrot ate the invoice twice")]
    [TestCase("xyzzy")]
    public void With_answers_it_hands_off_as_well(string text)
    {
        var model = IntentTrainer.Train(new TrainingSet(
        [
            new TrainingIntent("1", ["When do you open?", "what are your hours"], "When do you open?", "We open at nine."),
            new TrainingIntent("2", ["Do you ship abroad?", "deliver to another country"], "Do you ship abroad?", "Yes, to most of Europe."),
        ]));
        HandsOff(model, text);
        Assert.That(model.Match("when do you open?").Confidence, Is.GreaterThanOrEqualTo(model.ThresholdFor(0.1)));
    }

    private static void HandsOff(IntentModel model, string text) =>
        Assert.That(model.Match(text).Confidence, Is.LessThan(model.ThresholdFor(0.1)));

    private static void Answers(IntentModel model, string text, string intent)
    {
        var result = model.Match(text);
        Assert.That(result.Best.Id, Is.EqualTo(intent));
        Assert.That(result.Confidence, Is.GreaterThanOrEqualTo(model.ThresholdFor(0.1)));
    }

    private static IntentModel Train(params string[][] rows) =>
        IntentTrainer.Train(new TrainingSet([.. rows.Select(row => new TrainingIntent(row[0], row[1..]))]));
}
