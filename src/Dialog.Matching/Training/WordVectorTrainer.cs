using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Dialog.Matching.Features;
using Dialog.Matching.Learning;
using Dialog.Matching.Models;
using Dialog.Matching.Text;

namespace Dialog.Matching;

/// <summary>What came of a training of word vectors.</summary>
/// <param name="Groups">Groups of texts that mean the same.</param>
/// <param name="Texts">Texts in them.</param>
/// <param name="Features">Words, pairs of words and beginnings that have a vector now.</param>
/// <param name="Bytes">Length of the table.</param>
public sealed record WordVectorFigures(int Groups, int Texts, int Features, long Bytes);

/// <summary>
/// Learns word vectors from groups of texts that mean the same: a narrow softmax has to tell every group from every other,
/// and words that stand for one another in a group come near (Joulin et al. 2016, with groups in place of labels).
/// </summary>
public static class WordVectorTrainer
{
    private const int LeastTexts = 2;
    private static readonly LowRankSettings Settings = new(WordVectors.Dimensions, Epochs: 20, Seed: 5);

    /// <summary>Trains and writes the table of <see cref="WordVectors"/>: the same groups give the same bytes.</summary>
    /// <param name="groups">Texts that mean the same, group by group; words count as texts. At least two groups.</param>
    /// <param name="output">Takes the table.</param>
    /// <param name="cancellation">Ends the training with <see cref="OperationCanceledException"/>.</param>
    public static WordVectorFigures Train(IReadOnlyList<IReadOnlyList<string>> groups, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(output);
        if (groups.Count < 2)
            throw new ArgumentException("There must be groups to tell apart.", nameof(groups));
        var texts = groups.SelectMany(group => group).Select(Count).ToArray();
        var labels = groups.SelectMany((group, label) => Enumerable.Repeat(label, group.Count)).ToArray();
        var frequency = new SortedDictionary<uint, ushort>();
        foreach (var hash in texts.SelectMany(text => text.Hashes.ToArray()))
            frequency[hash] = (ushort)Math.Min(ushort.MaxValue, frequency.GetValueOrDefault(hash) + 1);
        var kept = frequency.Where(pair => pair.Value >= LeastTexts).ToArray();
        var hashes = Array.ConvertAll(kept, pair => pair.Key);
        var frequencies = Array.ConvertAll(kept, pair => pair.Value);

        var rows = Rows(texts, new FeatureIndex(hashes), new Vectorizer(frequencies, texts.Length));
        var learner = new LowRankSoftmax(Settings, hashes, Keys(groups.Count));
        learner.Train(rows, Keys(texts.Length), labels, [.. labels.Select(_ => 1f)], new bool[texts.Length], cancellation);
        Centre(learner.Input, rows);
        Write(output, texts.Length, hashes, frequencies, learner.Input);
        return new WordVectorFigures(groups.Count, texts.Length, hashes.Length, 8 + (hashes.Length * (8L + WordVectors.Dimensions)));
    }

    private static ulong[] Keys(int count) => [.. Enumerable.Range(0, count).Select(i => FeatureHash.Mix((ulong)i))];

    /// <summary>The features of a text that can have vectors.</summary>
    private static FeatureCounter Count(string text)
    {
        var all = new FeatureCounter();
        FeatureBlocks.Extract(TextPipeline.Plain.Run(text, new TextScratch()), ref all);
        var own = new FeatureCounter();
        for (var i = 0; i < all.Count; i++)
        {
            for (var times = WordVectors.Has(all.Blocks[i]) ? all.Counts[i] : 0; times > 0; times--)
                own.Add(all.Hashes[i], all.Blocks[i], 0, 0);
        }

        return own;
    }

    private static SparseRows Rows(FeatureCounter[] texts, FeatureIndex index, Vectorizer vectorizer)
    {
        var starts = new int[texts.Length + 1];
        var ids = new List<int>();
        var values = new List<float>();
        var vector = new FeatureVector();
        for (var text = 0; text < texts.Length; text++)
        {
            var found = Array.ConvertAll(texts[text].Hashes.ToArray(), index.Find);
            vectorizer.Vectorize(found, texts[text].Counts, texts[text].Blocks, vector);
            ids.AddRange(vector.Ids);
            values.AddRange(vector.Values);
            starts[text + 1] = ids.Count;
        }

        return new SparseRows(starts, [.. ids], [.. values]);
    }

    /// <summary>Takes from each row what all texts have in common, so that the mean text has no direction.</summary>
    private static void Centre(float[] input, SparseRows rows)
    {
        var mean = new double[WordVectors.Dimensions];
        var total = 0d;
        for (var row = 0; row < rows.Count; row++)
        {
            var ids = rows.Ids(row);
            for (var j = 0; j < ids.Length; j++)
            {
                var value = rows.Values(row)[j];
                total += value;
                for (var i = 0; i < mean.Length; i++)
                    mean[i] += value * input[(ids[j] * mean.Length) + i];
            }
        }

        for (var i = 0; i < input.Length; i++)
            input[i] -= (float)(mean[i % mean.Length] / total);
    }

    private static void Write(Stream output, int documents, uint[] hashes, ushort[] frequencies, float[] input)
    {
        var rows = new sbyte[input.Length];
        var scales = new Half[hashes.Length];
        for (var row = 0; row < scales.Length; row++)
        {
            var start = row * WordVectors.Dimensions;
            scales[row] = (Half)ByteRows.Compress(input.AsSpan(start, WordVectors.Dimensions), rows.AsSpan(start, WordVectors.Dimensions));
        }

        Span<byte> counts = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(counts, documents);
        BinaryPrimitives.WriteInt32LittleEndian(counts[4..], hashes.Length);
        output.Write(counts);
        output.Write(MemoryMarshal.AsBytes<uint>(hashes));
        output.Write(MemoryMarshal.AsBytes<ushort>(frequencies));
        output.Write(MemoryMarshal.AsBytes<Half>(scales));
        output.Write(MemoryMarshal.AsBytes<sbyte>(rows));
    }
}
