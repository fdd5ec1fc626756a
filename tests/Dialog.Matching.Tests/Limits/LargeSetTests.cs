using Dialog.Matching;
using Dialog.Matching.Learning;

namespace Dialog.Matching.Tests.Limits;

[NonParallelizable]
public sealed class LargeSetTests
{
    private static readonly string[] Syllables = ["ba", "do", "ki", "ra", "mu", "te", "so", "na", "li", "pe", "gu", "fa", "zo", "hi", "ve"];

    [Test]
    public void Five_thousand_intents_are_told_apart()
    {
        var set = Set(5_000, 2, words: 6_000);
        var model = IntentTrainer.Train(set);
        var right = set.Intents.Where((_, i) => i % 50 == 0).Count(intent => model.Match(intent.Examples[0]).Best.Id == intent.Id);
        Assert.That(right, Is.GreaterThanOrEqualTo(95));
    }

    [Test]
    public void Two_hundred_thousand_examples_are_trained_from()
    {
        var set = Set(100, 2_000, words: 3_000);
        var model = IntentTrainer.Train(set);
        Assert.That(set.Intents.Count(intent => model.Match(intent.Examples[0]).Best.Id == intent.Id), Is.GreaterThanOrEqualTo(95));
    }

    private static TrainingSet Set(int intents, int examples, int words)
    {
        var random = new SplitMix64(7);
        return new TrainingSet([.. Enumerable.Range(0, intents).Select(intent =>
            new TrainingIntent($"{intent}", [.. Enumerable.Range(0, examples).Select(_ => $"{Word(intent % words)} {Word(intent * 7 % words)} {Word(random.Below(words))}")]))]);
    }

    private static string Word(int number) =>
        Syllables[number % 15] + Syllables[number / 15 % 15] + Syllables[number / 225 % 15] + Syllables[number / 3_375 % 15];
}
