using System.Runtime.InteropServices;
using Dialog.Matching.Text;

namespace Dialog.Matching.Features;

/// <summary>Many texts, each as its features' numbers, counts and blocks: counted once, weighed anew for every fold.</summary>
internal sealed class CountedTexts
{
    private const int Many = 3_000;
    private readonly List<int> _ids = [];
    private readonly List<ushort> _counts = [];
    private readonly List<byte> _blocks = [];
    private readonly List<int> _starts = [0];
    private readonly List<float> _vectors = [];
    private int[] _dimensions = [];

    private CountedTexts(FeatureIndex index) => Index = index;

    public FeatureIndex Index { get; private set; }

    public int Count => _starts.Count - 1;

    /// <param name="texts">The texts.</param>
    /// <param name="pipeline">Makes their tokens.</param>
    /// <param name="cancellation">Asked now and then.</param>
    /// <param name="blocks">Only blocks below this are taken.</param>
    /// <param name="onlyWords">The texts that bring no features but words of their own: many pairs and characters, and worth little.</param>
    public static CountedTexts From(IReadOnlyList<string> texts, TextPipeline pipeline, CancellationToken cancellation, int blocks = FeatureBlocks.Count, Func<int, bool>? onlyWords = null)
    {
        var counted = new CountedTexts(new FeatureIndex(default));
        var scratch = new TextScratch();
        var counter = new FeatureCounter();
        var all = new FeatureCounter();
        var hashes = new List<uint>();
        var embedded = new WordVectorScratch();
        var withVectors = blocks > FeatureBlocks.Vectors;
        for (var text = 0; text < texts.Count; text++)
        {
            if (text % 256 == 0)
                cancellation.ThrowIfCancellationRequested();
            var tokens = pipeline.Run(texts[text], scratch);
            counter.Clear();
            FeatureBlocks.Extract(tokens, ref counter);
            counter.KeepBlocksBelow(blocks);
            var sparing = onlyWords?.Invoke(text) ?? false;
            for (var i = 0; i < counter.Count; i++)
            {
                if (!sparing || FeatureBlocks.IsWord(counter.Blocks[i]))
                    all.Add(counter.Hashes[i], 0, 0, 0);
            }

            hashes.AddRange(counter.Hashes);
            counted._counts.AddRange(counter.Counts);
            counted._blocks.AddRange(counter.Blocks);
            counted._starts.Add(hashes.Count);
            if (!withVectors)
                continue;
            WordVectors.Current.Embed(counter, embedded);
            counted._vectors.AddRange(embedded.Text);
        }

        counted.Index = new FeatureIndex(Kept(all, texts.Count > Many ? 2 : 1, withVectors ? WordVectors.Hashes : []));
        counted._dimensions = withVectors ? Array.ConvertAll(WordVectors.Hashes, counted.Index.Find) : [];
        foreach (var hash in hashes)
            counted._ids.Add(counted.Index.Find(hash));
        return counted;
    }

    /// <summary>In a large set what was seen once costs half the model and tells nothing; in a small one it is half of what is known.</summary>
    private static uint[] Kept(FeatureCounter all, int least, uint[] always)
    {
        var kept = new List<uint>(always);
        for (var i = 0; i < all.Count; i++)
        {
            if (all.Counts[i] >= least && !always.Contains(all.Hashes[i]))
                kept.Add(all.Hashes[i]);
        }

        kept.Sort();
        return [.. kept];
    }

    /// <summary>The features that are dimensions of a text's vector.</summary>
    public ReadOnlySpan<int> Dimensions => _dimensions;

    /// <summary>How many of these texts have each feature.</summary>
    public ushort[] DocumentFrequency(ReadOnlySpan<int> texts)
    {
        var frequency = new ushort[Index.Count];
        foreach (var text in texts)
        {
            foreach (var id in Ids(text))
            {
                if (id >= 0 && frequency[id] < ushort.MaxValue)
                    frequency[id]++;
            }
        }

        return frequency;
    }

    public void Vectorize(int text, Vectorizer vectorizer, FeatureVector vector)
    {
        var start = _starts[text];
        var length = _starts[text + 1] - start;
        vectorizer.Vectorize(
            Ids(text),
            CollectionsMarshal.AsSpan(_counts).Slice(start, length),
            CollectionsMarshal.AsSpan(_blocks).Slice(start, length),
            vector);
        if (_dimensions.Length > 0)
            vector.AddVector(_dimensions, CollectionsMarshal.AsSpan(_vectors).Slice(text * WordVectors.Dimensions, WordVectors.Dimensions));
    }

    /// <summary>The given texts as rows.</summary>
    public SparseRows Rows(ReadOnlySpan<int> texts, Vectorizer vectorizer)
    {
        var vector = new FeatureVector();
        var starts = new int[texts.Length + 1];
        var ids = new List<int>();
        var values = new List<float>();
        for (var row = 0; row < texts.Length; row++)
        {
            Vectorize(texts[row], vectorizer, vector);
            ids.AddRange(vector.Ids);
            values.AddRange(vector.Values);
            starts[row + 1] = ids.Count;
        }

        return new SparseRows(starts, [.. ids], [.. values]);
    }

    private ReadOnlySpan<int> Ids(int text) =>
        CollectionsMarshal.AsSpan(_ids).Slice(_starts[text], _starts[text + 1] - _starts[text]);
}
