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
/// Learns word vectors from groups of texts that mean the same, by a <see cref="ContrastiveEmbedding"/>: words that stand for
/// one another in a group come near.
/// </summary>
public static class WordVectorTrainer
{
    /// <summary>What fewer texts have is left to its parts.</summary>
    private const int LeastTexts = 10;

    private static readonly ContrastiveSettings Settings = new(WordVectors.Dimensions);

    /// <summary>Trains and writes the table of <see cref="WordVectors"/>: the same groups give the same bytes.</summary>
    /// <param name="groups">Texts that mean the same, group by group; words count as texts. At least two groups.</param>
    /// <param name="output">Takes the table.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Ends the training with <see cref="OperationCanceledException"/>.</param>
    public static WordVectorFigures Train(IReadOnlyList<IReadOnlyList<string>> groups, Stream output, IProgress<double>? progress = null, CancellationToken cancellation = default)
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
        var members = Enumerable.Range(0, texts.Length).GroupBy(text => labels[text]).Select(group => group.ToArray()).Where(group => group.Length > 1).ToArray();
        var learner = new ContrastiveEmbedding(Settings, rows, hashes);
        learner.Train(members, progress, cancellation);
        Write(output, texts.Length, hashes, frequencies, learner.Input);
        return new WordVectorFigures(groups.Count, texts.Length, hashes.Length, 8 + (hashes.Length * (8L + (WordVectors.Dimensions / 2))));
    }

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

    private static void Write(Stream output, int documents, uint[] hashes, ushort[] frequencies, float[] input)
    {
        const int Length = WordVectors.Dimensions;
        var rows = new byte[input.Length / 2];
        var scales = new Half[hashes.Length];
        for (var row = 0; row < scales.Length; row++)
            scales[row] = NibbleRows.Pack(input.AsSpan(row * Length, Length), rows.AsSpan(row * Length / 2, Length / 2));

        Span<byte> counts = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(counts, documents);
        BinaryPrimitives.WriteInt32LittleEndian(counts[4..], hashes.Length);
        output.Write(counts);
        output.Write(MemoryMarshal.AsBytes<uint>(hashes));
        output.Write(MemoryMarshal.AsBytes<ushort>(frequencies));
        output.Write(MemoryMarshal.AsBytes<Half>(scales));
        output.Write(rows);
    }
}
