using Dialog.Matching;

namespace Dialog.Matching.Tests.Limits;

/// <summary>What a model keeps in memory, against its budget and against what it says of itself.</summary>
[NonParallelizable]
public sealed class MemoryTests
{
    private const int Copies = 20;

    /// <summary>Bytes for each feature, word and example of a small bot's model, with everything that matching builds.</summary>
    private const long FeatureBudget = 60;

    [TestCase("fa")]
    [TestCase("en")]
    public void A_loaded_model_keeps_within_its_budget_and_says_what_it_takes(string shop)
    {
        var trained = IntentTrainer.Train(Shops.Demo(shop).Set, new TrainingOptions { FitConfidence = false });
        using var file = new MemoryStream();
        trained.Save(file);
        var models = new IntentModel[Copies];
        models[0] = Load(file);
        Use(models[0]);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 1; i < Copies; i++)
            Use(models[i] = Load(file));
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / (Copies - 1);
        GC.KeepAlive(models);
        Assert.That(each, Is.LessThan(FeatureBudget * trained.Parts.Index.Count));
        Assert.That(models[0].Size, Is.EqualTo(each).Within(20).Percent);
    }

    [Test]
    public void What_is_kept_for_the_next_training_is_small_and_no_part_of_the_file()
    {
        var trained = IntentTrainer.Train(Shops.Demo("fa").Set);
        using var file = new MemoryStream();
        trained.Save(file);
        var loaded = Load(file);
        Assert.That(loaded.Warm, Is.Null);
        Assert.That(trained.Size - loaded.Size, Is.InRange(1, loaded.Size / 3));
    }

    private static IntentModel Load(MemoryStream file)
    {
        file.Position = 0;
        return IntentModel.Load(file);
    }

    /// <summary>Finglish and a misspelling build what repairs look words up in.</summary>
    private static void Use(IntentModel model)
    {
        model.Match("gheymat ersal chande");
        model.Match("when wil my ordr arive");
    }
}
