using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Dialog.Matching.Models;

namespace Dialog.Matching.Features;

/// <summary>
/// A small vector for each common word, pair of neighbouring words and part of a word, near to each other where people use
/// them for the same matter (word parts as in Bojanowski et al. 2017, so that forms never seen have one, too). Trained beforehand by <see cref="WordVectorTrainer"/>, the same for every bot, read from
/// <c>models/language/word-vectors.bin</c>.
/// </summary>
/// <remarks>
/// The file, little-endian: how many texts it was trained from (4 bytes), how many features (4), their hashes ascending
/// (4 each), in how many texts each was (2 each), the scale of each row (a half float each), the rows
/// (<see cref="NibbleRows"/> of <see cref="Dimensions"/> numbers).
/// </remarks>
internal sealed class WordVectors
{
    public const int Dimensions = 64;
    private const string Table = "word-vectors.bin";

    // No shorter vector says anything: a text of which no word is known has none.
    private const float Smallest = 1e-5f;

    private readonly FeatureIndex _index;
    private readonly Vectorizer _vectorizer;
    private readonly float[] _scales;
    private readonly byte[] _rows;

    public WordVectors(uint[] hashes, ushort[] documentFrequency, int documents, float[] scales, byte[] rows)
    {
        _index = new FeatureIndex(hashes);
        _vectorizer = new Vectorizer(documentFrequency, documents);
        _scales = scales;
        _rows = rows;
    }

    /// <summary>The table that ships with the product; read when it is first asked for, so that it can be trained without one.</summary>
    public static WordVectors Current => Shipped.Vectors;

    /// <summary>The features that stand for a text's vector, one a dimension.</summary>
    public static uint[] Hashes { get; } =
        [.. Enumerable.Range(0, Dimensions).Select(i => FeatureHash.Finish(FeatureHash.Add(FeatureHash.Seed(FeatureBlocks.Vectors), (char)i)))];

    public int Count => _index.Count;

    /// <summary>The vector of a text: that of its words together, as long as the weight of its block; all zeros when none is known.</summary>
    /// <param name="counter">The text's features; of them those that have vectors are taken.</param>
    /// <param name="scratch">Takes the vector, and what it is made of.</param>
    public void Embed(FeatureCounter counter, WordVectorScratch scratch)
    {
        var hashes = counter.Hashes;
        var blocks = counter.Blocks;
        var ids = scratch.Ids(hashes.Length);
        for (var i = 0; i < ids.Length; i++)
            ids[i] = Has(blocks[i]) ? _index.Find(hashes[i]) : -1;
        _vectorizer.Vectorize(ids, counter.Counts, blocks, scratch.Words);

        var text = scratch.Text.AsSpan();
        text.Clear();
        for (var j = 0; j < scratch.Words.Count; j++)
        {
            var word = scratch.Words.Ids[j];
            NibbleRows.AddScaled(Row(word), scratch.Words.Values[j] * _scales[word], text);
        }

        var length = TensorPrimitives.Norm<float>(text);
        scratch.Factor = length < Smallest ? 0 : MathF.Sqrt(FeatureBlocks.Weights[FeatureBlocks.Vectors]) / length;
        TensorPrimitives.Multiply(text, scratch.Factor, text);
    }

    /// <summary>A feature's number here, or -1.</summary>
    public int Find(uint hash) => _index.Find(hash);

    /// <summary>The product of a feature's vector with another.</summary>
    public float Dot(int word, ReadOnlySpan<float> other)
    {
        Span<float> row = stackalloc float[Dimensions];
        row.Clear();
        NibbleRows.AddScaled(Row(word), _scales[word], row);
        return TensorPrimitives.Dot<float>(row, other);
    }

    /// <summary>Whether features of a block have vectors of their own.</summary>
    public static bool Has(byte block) => (block & (FeatureBlocks.Common - 1)) is FeatureBlocks.Words or FeatureBlocks.Characters or FeatureBlocks.Prefixes;

    private ReadOnlySpan<byte> Row(int word) => _rows.AsSpan(word * Dimensions / 2, Dimensions / 2);

    private static WordVectors Read()
    {
        using var stream = typeof(WordVectors).Assembly.GetManifestResourceStream(Table)
            ?? throw new InvalidOperationException($"The table {Table} is not part of this build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        var rest = bytes.AsSpan(8);
        var hashes = Take<uint>(ref rest, count);
        var frequency = Take<ushort>(ref rest, count);
        var scales = Array.ConvertAll(Take<Half>(ref rest, count), scale => (float)scale);
        return new WordVectors(hashes, frequency, BinaryPrimitives.ReadInt32LittleEndian(bytes), scales, Take<byte>(ref rest, count * Dimensions / 2));
    }

    private static class Shipped
    {
        public static readonly WordVectors Vectors = Read();
    }

    private static unsafe T[] Take<T>(ref Span<byte> rest, int count)
        where T : unmanaged
    {
        var items = MemoryMarshal.Cast<byte, T>(rest[..(count * sizeof(T))]).ToArray();
        rest = rest[(count * sizeof(T))..];
        return items;
    }
}
