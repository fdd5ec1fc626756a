using System.Buffers.Binary;
using System.Numerics;
using System.Numerics.Tensors;
using System.Security.Cryptography;
using Dialog.Matching.Confidence;
using Dialog.Matching.Features;
using Dialog.Matching.Models;
using Dialog.Matching.Text;

namespace Dialog.Matching.Format;

/// <summary>Reads a <see cref="ModelFile"/>; believes no length before the bytes are there, and no number before it is checked.</summary>
internal sealed class ModelReader
{
    private const int Chunk = 1 << 20;
    private const double Largest = 50_000;
    private const int Checksum = 20;
    private readonly byte[] _file;
    private int _at;

    private ModelReader(byte[] file, int start) => (_file, _at) = (file, start);

    /// <summary>The parts keep the bytes, which must not change any more.</summary>
    public static ModelParts Read(byte[] file)
    {
        var length = CheckHeader(file);
        if (file.Length - ModelFile.HeaderLength < length)
            throw new ModelFormatException("The model file is cut short.");
        Check(file.Length - ModelFile.HeaderLength == length);
        return Read(file, file, ModelFile.HeaderLength);
    }

    public static ModelParts Read(Stream stream)
    {
        Span<byte> header = stackalloc byte[ModelFile.HeaderLength];
        var read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        return Read(header, ReadPayload(stream, CheckHeader(header[..read])), 0);
    }

    private static ModelParts Read(ReadOnlySpan<byte> header, byte[] bytes, int start)
    {
        Span<byte> sum = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(start), sum);
        if (!sum.SequenceEqual(header.Slice(Checksum, sum.Length)))
            throw new ModelFormatException("The model file is damaged: its checksum does not fit.");

        var reader = new ModelReader(bytes, start);
        var parts = reader.ReadParts();
        Check(reader._at == bytes.Length);
        return parts;
    }

    /// <summary>The length of the payload.</summary>
    private static long CheckHeader(ReadOnlySpan<byte> header)
    {
        if (header.Length < ModelFile.HeaderLength)
            throw new ModelFormatException("The model file is cut short.");
        if (!header.StartsWith(ModelFile.Magic))
            throw new ModelFormatException("This is not a model file.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (version != ModelFile.Version)
            throw new ModelFormatException($"The model file is of version {version}; this program reads version {ModelFile.Version}. Train the bot again.");
        var length = BinaryPrimitives.ReadInt64LittleEndian(header[12..]);
        Check(length is >= 0 and < ModelFile.LongestPayload);
        return length;
    }

    /// <summary>In chunks, so that a length that lies costs no more memory than the stream has bytes.</summary>
    private static byte[] ReadPayload(Stream stream, long length)
    {
        var payload = new byte[Math.Min(length, Chunk)];
        var read = 0;
        while (true)
        {
            var got = stream.ReadAtLeast(payload.AsSpan(read), payload.Length - read, throwOnEndOfStream: false);
            read += got;
            if (read == length)
                return payload;
            if (read < payload.Length)
                throw new ModelFormatException("The model file is cut short.");
            Array.Resize(ref payload, (int)Math.Min(length, payload.Length * 2L));
        }
    }

    private ModelParts ReadParts()
    {
        var intents = ReadTexts();
        var hashes = Read<uint>();
        var frequency = Read<ushort>();
        var documents = One<int>();
        var perIntent = One<float>();
        var calibrator = Read<double>();
        var offsets = Read<float>();
        var curve = Read<float>();
        Check(intents.Count is > 0 and <= TrainingLimits.Intents && hashes.Length == frequency.Length && IsAscending(hashes.Span));
        Check(documents > 0 && !frequency.Span.ContainsAnyExceptInRange((ushort)0, (ushort)Math.Min(documents, ushort.MaxValue)));
        Check(float.IsFinite(perIntent) && perIntent >= 0 && calibrator.Length == Evidence.Count + 1 && AreSane(calibrator.Span));
        Check(offsets.Length == intents.Count && AreSane(offsets.Span));
        Check(curve.Length > 0 && !curve.Span.ContainsAnyExceptInRange(0, 1));

        var examples = new ExampleTexts(ReadTexts(), Read<ushort>());
        Check(examples.Texts.Count == examples.Labels.Length && !examples.Labels.Span.ContainsAnyExceptInRange((ushort)0, (ushort)(intents.Count - 1)));
        var words = ReadTexts(shortest: 1);
        var vocabulary = new Vocabulary(words, Read<ushort>());
        Check(vocabulary.Frequencies.Length == words.Count);
        var columns = ReadColumns(hashes.Length);
        var linear = ReadLinear(columns, intents.Count);
        var count = One<int>();
        Check(count is >= 0 and <= 16);
        var members = new LowRankMember[count];
        for (var m = 0; m < count; m++)
            members[m] = ReadMember(columns, intents.Count);
        return new ModelParts(
            [.. Enumerable.Range(0, intents.Count).Select(intent => intents[intent].ToString())], new FeatureIndex(hashes), frequency, documents, new Ensemble(linear, members), new Calibrator(calibrator.Span.ToArray(), offsets.Span.ToArray()), new ThresholdCurve(curve.Span.ToArray()), perIntent, examples, vocabulary);
    }

    private FeatureColumns ReadColumns(int features)
    {
        var places = Read<int>();
        Check(places.Length == features);
        var count = features == 0 ? 0 : TensorPrimitives.Max(places.Span) + 1;
        Check(count <= features && !places.Span.ContainsAnyExceptInRange(-1, count));
        return new FeatureColumns(places, count, count, count);
    }

    private SparseLinear ReadLinear(FeatureColumns columns, int classes)
    {
        var lengths = Read<ushort>();
        Check(lengths.Length == columns.Count && !lengths.Span.ContainsAnyExceptInRange((ushort)0, (ushort)Math.Min(classes, ushort.MaxValue)));
        var linear = new SparseLinear(columns, lengths, Read<ushort>(), Read<sbyte>(), Read<Half>(), Read<float>());
        Check(linear.IsWhole && linear.Scales.Length == columns.Places.Length && linear.Bias.Length == classes);
        Check(AreSane(linear.Scales.Span) && AreSane(linear.Bias.Span));
        Check(!linear.Classes.Span.ContainsAnyExceptInRange((ushort)0, (ushort)(classes - 1)));
        return linear;
    }

    private LowRankMember ReadMember(FeatureColumns columns, int classes)
    {
        var rank = One<int>();
        Check(rank is 16 or 32 or 48 or 64);
        var member = new LowRankMember(rank, columns, Read<byte>(), Read<Half>(), Read<float>(), Read<float>());
        Check(member.Scales.Length <= columns.Count && member.Input.Length == (long)member.Scales.Length * rank / 2);
        Check(member.Output.Length == classes * rank && member.Bias.Length == classes);
        Check(AreSane(member.Scales.Span) && AreSane(member.Output.Span) && AreSane(member.Bias.Span));
        return member;
    }

    private TextList ReadTexts(int shortest = 0)
    {
        var starts = Read<int>();
        var characters = Read<char>();
        var places = starts.Span;
        Check(places.Length > 0 && places[0] == 0 && places[^1] == characters.Length);
        for (var text = 1; text < places.Length; text++)
            Check(places[text] - (long)places[text - 1] >= shortest);
        return new TextList(starts, characters);
    }

    private T One<T>()
        where T : unmanaged
    {
        var items = Read<T>();
        Check(items.Length == 1);
        return items[0];
    }

    private unsafe StoredArray<T> Read<T>()
        where T : unmanaged
    {
        Check(_file.Length - _at >= sizeof(int));
        var count = BinaryPrimitives.ReadInt32LittleEndian(_file.AsSpan(_at));
        _at += sizeof(int);
        var bytes = (long)count * sizeof(T);
        Check(count >= 0 && bytes <= _file.Length - _at);
        var items = new StoredArray<T>(_file, _at, count);
        _at += (int)bytes;
        return items;
    }

    private static bool IsAscending(ReadOnlySpan<uint> hashes)
    {
        for (var i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] <= hashes[i - 1])
                return false;
        }

        return true;
    }

    /// <summary>Neither infinite nor so large that a sum of products could be.</summary>
    private static bool AreSane<T>(ReadOnlySpan<T> values)
        where T : INumber<T> => values.IsEmpty || TensorPrimitives.MaxMagnitude(values) is var most && T.Abs(most) <= T.CreateChecked(Largest);

    private static void Check(bool holds)
    {
        if (!holds)
            throw new ModelFormatException("The model file contradicts itself.");
    }
}
