using Dialog.Matching;
using Dialog.Matching.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Dialog.Matching.Tests.Limits;

/// <summary>Whatever people paste, there is a sound result or a typed error.</summary>
public sealed class FuzzTests
{
    private static readonly IntentModel Persian = IntentTrainer.Train(Shops.Persian);

    private static readonly Gen<string> AnyText = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements("سلام", "می", "ها", "sghl", "\u200c", "\u200f", "\ud83d", "\ude00", "😀", "ﷺ", "a", "'", "1۲٣", "قیمتتو", "gheymat", "ي", "\0", "\u0301").ArrayOf().Select(string.Concat));

    [Test]
    public void Any_text_is_matched_with_confidences_in_order() =>
        Prop.ForAll(AnyText.ToArbitrary(), text =>
        {
            var ranked = Persian.Match(text).Ranked;
            return ranked.Count == 3
                && ranked.All(one => one.Confidence is >= 0 and <= 1)
                && ranked.Zip(ranked.Skip(1)).All(pair => pair.First.Confidence >= pair.Second.Confidence);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Any_text_is_explained() =>
        Prop.ForAll(AnyText.ToArbitrary(), text =>
        {
            var explanation = Persian.Explain(text);
            return Math.Abs(explanation.Words.Sum(word => word.Weight) + explanation.Habit - explanation.Lead) < 1e-6;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void What_was_normalised_stays_as_it_is() =>
        Prop.ForAll(AnyText.ToArbitrary(), text =>
        {
            var pipeline = TextPipeline.Partial(Vocabulary.Empty, 0);
            var once = pipeline.Run(text, new TextScratch()).Join();
            return pipeline.Run(once, new TextScratch()).Join() == once;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Any_training_set_trains_or_is_refused_with_a_reason() =>
        Prop.ForAll(AnyText.ArrayOf().ArrayOf().ToArbitrary(), intents =>
        {
            try
            {
                var set = new TrainingSet([.. intents.Take(6).Select((examples, i) => new TrainingIntent($"{i}", [.. examples.Take(4)], "title", "answer"))]);
                return IntentTrainer.Train(set).Match("سلام").Confidence is >= 0 and <= 1;
            }
            catch (TrainingException)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [TestCase("😀😀😀")]
    [TestCase("\ud800")]
    [TestCase("\u200f\u202e\u200e")]
    [TestCase("قیمت price ۱۲ 价格")]
    public void Odd_texts_have_a_sound_result(string text) => Assert.That(Persian.Match(text).Confidence, Is.InRange(0, 1));

    [Test]
    public void A_hundred_thousand_characters_are_no_more_work_than_four_thousand() =>
        Assert.That(Persian.Match(new string('ق', 100_000) + string.Concat(Enumerable.Repeat(" gheymat chande", 6_000))).Ranked, Has.Count.EqualTo(3));
}
