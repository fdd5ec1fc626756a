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
        Assert.That(Embed("ϡϟϡ 🎉").Text, Has.All.Zero);

    [Test]
    public void Every_other_vector_is_as_long_as_its_block_weighs() =>
        Assert.That(TensorPrimitives.SumOfSquares<float>(Embed("where is my order").Text), Is.EqualTo(FeatureBlocks.Weights[FeatureBlocks.Vectors]).Within(1e-3));

    [Test]
    public void A_model_has_them_unless_told_otherwise_and_its_reasons_add_up()
    {
        var model = IntentTrainer.Train(Shops.English);
        var plain = IntentTrainer.Train(Shops.English, new TrainingOptions { WordVectors = false });
        var explained = model.Explain("the package has been delayed");
        Assert.That(explained.Words.Sum(word => word.Weight) + explained.Habit, Is.EqualTo(explained.Lead).Within(1e-3));
        Assert.That(explained.Result.Confidence, Is.Not.EqualTo(plain.Match("the package has been delayed").Confidence));
    }

    [Test]
    public void The_same_groups_give_the_same_bytes()
    {
        string[][] groups = [.. Things.Select(thing => new[] { $"where is my {thing}", $"the {thing} is lost" })];
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        var figures = WordVectorTrainer.Train(groups, first);
        WordVectorTrainer.Train(groups, second);
        Assert.That(second.ToArray(), Is.EqualTo(first.ToArray()));
        Assert.That(figures, Is.EqualTo(new WordVectorFigures(Things.Length, 2 * Things.Length, figures.Features, first.Length)));
        Assert.That(figures.Features, Is.GreaterThan(5));
    }

    [Test]
    public void The_table_that_ships_is_small() =>
        Assert.That(new FileInfo(Path.Combine(Repository.Root, "models", "language", "word-vectors.bin")), Has.Length.LessThan(4_000_000));

    [Test]
    public void A_training_tells_how_far_it_is()
    {
        var told = new List<double>();
        WordVectorTrainer.Train([["pay by card", "card payment"], ["lost parcel", "my parcel is lost"]], Stream.Null, new Heard(told));
        Assert.That(told, Is.Ordered.And.Not.Empty);
        Assert.That(told[^1], Is.EqualTo(1));
    }

    [Test]
    public void One_group_is_not_told_from_anything() =>
        Assert.That(() => WordVectorTrainer.Train([["alone"]], Stream.Null), Throws.ArgumentException);

    private static readonly string[] Things = ["parcel", "card", "key", "ring", "bag", "coat", "ticket", "bill"];

    private sealed class Heard(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }

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
