using System.Numerics.Tensors;
using Dialog.Matching.Features;
using Dialog.Matching.Text;

namespace Dialog.Matching.Tests.Features;

public sealed class WordVectorTests
{
    [TestCase("my parcel is late", "the package has been delayed", "how do I change my password")]
    [TestCase("can I get my money back", "I would like a refund", "what are your opening hours")]
    [TestCase("بسته‌ام دیر کرده", "مرسوله با تأخیر رسیده", "رمز عبورم را فراموش کردم")]
    [TestCase("پولم رو پس بدین", "می‌خواهم وجه را عودت دهید", "ساعت کاری شما چیست")]
    public void What_means_the_same_is_nearer_than_what_does_not(string text, string same, string other) =>
        Assert.That(Similarity(text, same), Is.GreaterThan(Similarity(text, other) + 0.2));

    [Test]
    public void A_text_without_a_known_word_has_no_vector() =>
        Assert.That(Embed("qwzx 🎉").Text, Has.All.Zero);

    [Test]
    public void Every_other_vector_is_as_long_as_its_block_weighs() =>
        Assert.That(TensorPrimitives.SumOfSquares<float>(Embed("where is my order").Text), Is.EqualTo(FeatureBlocks.Weights[FeatureBlocks.Vectors]).Within(1e-3));

    [Test]
    public void A_model_that_is_asked_to_has_them_and_its_reasons_still_add_up()
    {
        var model = IntentTrainer.Train(Shops.English, new TrainingOptions { WordVectors = true });
        var plain = IntentTrainer.Train(Shops.English);
        var explained = model.Explain("the package has been delayed");
        Assert.That(explained.Words.Sum(word => word.Weight) + explained.Habit, Is.EqualTo(explained.Lead).Within(1e-3));
        Assert.That(explained.Result.Confidence, Is.Not.EqualTo(plain.Match("the package has been delayed").Confidence));
    }

    [Test]
    public void The_same_groups_give_the_same_bytes()
    {
        string[][] groups = [["where is my parcel", "my parcel is lost"], ["pay by card", "is a card fine"], ["are you open", "when are you open"]];
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        var figures = WordVectorTrainer.Train(groups, first);
        WordVectorTrainer.Train(groups, second);
        Assert.That(second.ToArray(), Is.EqualTo(first.ToArray()));
        Assert.That(figures, Is.EqualTo(new WordVectorFigures(3, 6, figures.Features, first.Length)));
        Assert.That(figures.Features, Is.GreaterThan(5));
    }

    [Test]
    public void One_group_is_not_told_from_anything() =>
        Assert.That(() => WordVectorTrainer.Train([["alone"]], Stream.Null), Throws.ArgumentException);

    private static float Similarity(string a, string b) => TensorPrimitives.CosineSimilarity<float>(Embed(a).Text, Embed(b).Text);

    private static WordVectorScratch Embed(string text)
    {
        var counter = new FeatureCounter();
        FeatureBlocks.Extract(TextPipeline.Plain.Run(text, new TextScratch()), ref counter);
        var scratch = new WordVectorScratch();
        WordVectors.Current.Embed(counter, scratch);
        return scratch;
    }
}
