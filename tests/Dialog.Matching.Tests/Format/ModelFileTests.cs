using System.Buffers.Binary;
using Dialog.Matching;

namespace Dialog.Matching.Tests.Format;

public sealed class ModelFileTests
{
    private static readonly byte[] File = Save(IntentTrainer.Train(Shops.English));

    [Test]
    public void A_loaded_model_says_what_the_saved_one_said()
    {
        var trained = IntentTrainer.Train(Shops.English);
        var loaded = Load(File);
        foreach (var text in new[] { "track my parcel", "opening hours on sunday?", "سلام", "" })
            Assert.That(loaded.Match(text).Ranked, Is.EqualTo(trained.Match(text).Ranked));
        Assert.That(loaded.ThresholdFor(0.1), Is.EqualTo(trained.ThresholdFor(0.1)));
        Assert.That(Save(loaded), Is.EqualTo(File));
    }

    [Test]
    public void A_file_of_another_version_is_refused_and_says_so()
    {
        var other = (byte[])File.Clone();
        BinaryPrimitives.WriteInt32LittleEndian(other.AsSpan(8), 999);
        Assert.That(Refuses(other).Message, Does.Contain("999"));
    }

    private static byte[] Save(IntentModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    private static IntentModel Load(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return IntentModel.Load(stream);
    }

    private static ModelFormatException Refuses(byte[] file) => Assert.Throws<ModelFormatException>(() => Load(file))!;
}
