using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using Dialog.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Dialog.Matching.Tests.Format;

/// <summary>Whatever a model file has become, it is a model or it is refused: at once, in one way, and for little memory.</summary>
[NonParallelizable]
public sealed class HostileFileTests
{
    private const int Header = 52;
    private const int Length = 12;
    private const int Checksum = 20;
    private static readonly byte[] File = Save(IntentTrainer.Train(Shops.Persian, new TrainingOptions { FitConfidence = false }));
    private static readonly Gen<int> Place = Gen.Choose(0, File.Length - 1);
    private static readonly Gen<int> Lie = Gen.OneOf(Gen.Choose(int.MinValue, int.MaxValue), Gen.Choose(-2, 70_000), Gen.Elements(int.MaxValue, int.MinValue, 0x7FFF_FFF0, 1 << 28));

    [Test]
    public void A_byte_that_is_another_anywhere_is_refused() =>
        Prop.ForAll(Place.ToArbitrary(), Gen.Choose(1, 255).ToArbitrary(), (at, change) =>
        {
            var damaged = (byte[])File.Clone();
            damaged[at] ^= (byte)change;
            return Refuses(damaged);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Test]
    public void A_file_cut_anywhere_is_refused() =>
        Prop.ForAll(Place.ToArbitrary(), length => Refuses(File[..length])).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Test]
    public void A_number_that_lies_under_a_right_checksum_is_refused_or_loads_and_matches() =>
        Prop.ForAll(Gen.Choose(Header, File.Length - 4).ToArbitrary(), Lie.ToArbitrary(), (at, lie) =>
        {
            var hostile = (byte[])File.Clone();
            BinaryPrimitives.WriteInt32LittleEndian(hostile.AsSpan(at), lie);
            SHA256.HashData(hostile.AsSpan(Header), hostile.AsSpan(Checksum));
            return Refuses(hostile) || Matches(hostile);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Test]
    public void Each_list_of_a_file_may_lie_about_its_length()
    {
        foreach (var at in Lists())
        {
            foreach (var lie in new[] { -1, int.MinValue, int.MaxValue, 1 << 28, 0, 1 })
            {
                var hostile = (byte[])File.Clone();
                BinaryPrimitives.WriteInt32LittleEndian(hostile.AsSpan(at), lie);
                SHA256.HashData(hostile.AsSpan(Header), hostile.AsSpan(Checksum));
                Assert.That(Refuses(hostile) || Matches(hostile), $"A length of {lie} at {at}.");
            }
        }
    }

    [Test]
    public void A_refusal_is_quick_and_allocates_no_more_than_the_file_is_long()
    {
        var big = (byte[])File.Clone();
        BinaryPrimitives.WriteInt64LittleEndian(big.AsSpan(Length), (1L << 31) - 1);
        byte[][] files = [big, File[..^1], [.. File[..^1], (byte)(File[^1] ^ 1)], File[..Header], [], new byte[File.Length]];
        foreach (var file in files)
        {
            Refuses(file);
            var (before, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
            Assert.That(Refuses(file));
            Assert.That(clock.ElapsedMilliseconds, Is.LessThan(100));
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan((4L * File.Length) + 4_000_000));
        }
    }

    /// <summary>Where the lengths of lists are: a list that is cut off by a wrong length names the next.</summary>
    private static IEnumerable<int> Lists()
    {
        // Intents' starts and characters, hashes, document frequencies.
        var at = Header;
        foreach (var size in new[] { 4, 2, 4, 2, 4, 4, 8, 4, 4, 4, 2, 2, 4, 2, 2, 4, 2, 2, 1, 2, 4, 4 })
        {
            yield return at;
            at += 4 + (size * BinaryPrimitives.ReadInt32LittleEndian(File.AsSpan(at)));
        }
    }

    private static bool Matches(byte[] file)
    {
        var model = Load(file);
        return model.Match("هزینه ارسال چنده").Confidence is >= 0 and <= 1 && model.Explain("gheymat ersal chande").Result.Ranked.Count > 0;
    }

    private static bool Refuses(byte[] file)
    {
        try
        {
            Load(file);
            return false;
        }
        catch (ModelFormatException)
        {
            return true;
        }
    }

    private static IntentModel Load(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return IntentModel.Load(stream);
    }

    private static byte[] Save(IntentModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }
}
