using System.Numerics.Tensors;
using Dialog.Matching.Models;

namespace Dialog.Matching.Features;

/// <summary>
/// Counts to values: (1 + ln tf) · √(ln((1 + N)/(1 + df)) + 1), each block scaled to its weight (Salton and Buckley 1988,
/// with the square root because classes, not documents, are told apart). A feature that was never seen has its share of the
/// norm, so a foreign text gets small values everywhere.
/// </summary>
internal sealed class Vectorizer
{
    /// <summary>What a word that says little counts, against any other.</summary>
    private const float CommonFactor = 0.7f;

    private readonly StoredArray<ushort> _frequencies;
    private readonly float[] _weights;

    /// <param name="documentFrequency">For each feature, how many examples have it; 0 is as good as unknown.</param>
    /// <param name="documents">How many examples there are.</param>
    public Vectorizer(StoredArray<ushort> documentFrequency, int documents)
    {
        _frequencies = documentFrequency;

        // One weight for each frequency there is; a feature of none weighs what an unknown one does.
        _weights = new float[1 + (documentFrequency.Length == 0 ? 0 : TensorPrimitives.Max(documentFrequency.Span))];
        for (var frequency = 0; frequency < _weights.Length; frequency++)
            _weights[frequency] = MathF.Sqrt(MathF.Log((1f + documents) / (1f + frequency)) + 1f);
    }

    /// <summary>Bytes it takes beside the frequencies.</summary>
    public long Size => sizeof(float) * (long)_weights.Length;

    /// <param name="ids">The features' numbers, -1 for unknown ones.</param>
    /// <param name="counts">How often each occurs.</param>
    /// <param name="blocks">The block each belongs to.</param>
    /// <param name="vector">Takes the result.</param>
    public void Vectorize(ReadOnlySpan<int> ids, ReadOnlySpan<ushort> counts, ReadOnlySpan<byte> blocks, FeatureVector vector)
    {
        vector.Clear();
        var frequencies = _frequencies.Span;
        Span<float> all = stackalloc float[FeatureBlocks.Count];
        Span<float> known = stackalloc float[FeatureBlocks.Count];
        all.Clear();
        known.Clear();
        for (var i = 0; i < ids.Length; i++)
        {
            var frequency = ids[i] < 0 ? 0 : frequencies[ids[i]];
            var value = (counts[i] == 1 ? 1f : 1f + MathF.Log(counts[i])) * _weights[frequency];
            var block = (byte)(blocks[i] & (FeatureBlocks.Common - 1));
            if (block != blocks[i])
                value *= CommonFactor;
            all[block] += value * value;
            if (frequency == 0)
                continue;
            known[block] += value * value;
            vector.Add(ids[i], value, block);
        }

        vector.Known = Share(known, all);
        for (var block = 0; block < all.Length; block++)
            all[block] = all[block] > 0 ? MathF.Sqrt(FeatureBlocks.Weights[block] / all[block]) : 0;
        vector.Scale(all);
    }

    private static float Share(ReadOnlySpan<float> known, ReadOnlySpan<float> all)
    {
        var share = 0f;
        var total = 0f;
        for (var block = 0; block < all.Length; block++)
        {
            if (all[block] == 0)
                continue;
            share += FeatureBlocks.Weights[block] * known[block] / all[block];
            total += FeatureBlocks.Weights[block];
        }

        return total > 0 ? share / total : 0;
    }
}
