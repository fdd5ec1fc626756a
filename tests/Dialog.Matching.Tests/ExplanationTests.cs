using Dialog.Matching;

namespace Dialog.Matching.Tests;

public sealed class ExplanationTests
{
    private static readonly IntentModel Model = IntentTrainer.Train(Shops.English);

    [TestCase("track my parcel please")]
    [TestCase("is my shipping late, where where is it")]
    public void The_words_parts_add_up_to_the_lead_over_the_runner_up(string text)
    {
        var explanation = Model.Explain(text);
        Assert.That(explanation.Words.Sum(word => word.Weight) + explanation.Habit, Is.EqualTo(explanation.Lead).Within(1e-6));
        var ranked = explanation.Result.Ranked;
        Assert.That(explanation.Lead, Is.EqualTo(-Math.Log(ranked[1].Confidence / ranked[0].Confidence) / 0.7).Within(1e-3));
    }

    [Test]
    public void The_nearest_example_is_of_the_best_intent()
    {
        var explanation = Model.Explain("when will it arrive");
        Assert.That(explanation.Nearest!.Text, Is.EqualTo("when will my order arrive"));
        Assert.That(explanation.Nearest.Similarity, Is.InRange(0.3, 1));
    }

    [Test]
    public void An_example_is_its_own_nearest() =>
        Assert.That(Model.Explain("Is there a warranty?").Nearest!.Similarity, Is.EqualTo(1).Within(1e-5));

    [Test]
    public void What_the_pipeline_changed_is_shown()
    {
        var steps = IntentTrainer.Train(Shops.Persian).Explain("مي خواهم لغو كنم").Steps;
        Assert.That(steps.Select(step => step.Name), Is.SupersetOf(new[] { "unicode", "affixes" }));
    }
}
