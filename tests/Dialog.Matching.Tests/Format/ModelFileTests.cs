using System.Buffers.Binary;
using System.Security.Cryptography;
using Dialog.Matching;

namespace Dialog.Matching.Tests.Format;

public sealed class ModelFileTests
{
    private const int Header = 52;
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
    public void A_file_cut_short_anywhere_is_refused()
    {
        for (var length = 0; length < File.Length; length += 1 + (File.Length / 97))
            Refuses(File[..length]);
    }

    [Test]
    public void A_flipped_bit_anywhere_is_refused()
    {
        for (var at = 0; at < File.Length; at += 1 + (File.Length / 97))
        {
            var damaged = (byte[])File.Clone();
            damaged[at] ^= 0x10;
            Refuses(damaged);
        }
    }

    [Test]
    public void A_file_of_another_version_is_refused_and_says_so()
    {
        var other = (byte[])File.Clone();
        BinaryPrimitives.WriteInt32LittleEndian(other.AsSpan(8), 999);
        Assert.That(Refuses(other).Message, Does.Contain("999"));
    }

    [Test]
    public void A_hostile_file_with_a_valid_checksum_is_refused_or_loads_and_matches()
    {
        // Every length and number of the beginning is tried with values that lie.
        for (var at = Header; at < Math.Min(File.Length - 4, Header + 4_000); at += 4)
        {
            foreach (var lie in new[] { -1, int.MaxValue, 0x7FFF_FFF0, 1 << 28, 0 })
            {
                var hostile = (byte[])File.Clone();
                BinaryPrimitives.WriteInt32LittleEndian(hostile.AsSpan(at), lie);
                SHA256.HashData(hostile.AsSpan(Header), hostile.AsSpan(20));
                try
                {
                    Load(hostile).Match("where is my order");
                }
                catch (ModelFormatException)
                {
                }
            }
        }
    }

    [Test]
    public void A_length_that_lies_costs_no_memory()
    {
        var lying = File[..Header];
        BinaryPrimitives.WriteInt64LittleEndian(lying.AsSpan(12), (1L << 31) - 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refuses(lying);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4_000_000));
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
