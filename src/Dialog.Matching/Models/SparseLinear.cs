using System.Numerics.Tensors;

namespace Dialog.Matching.Models;

/// <summary>
/// A linear classifier kept small: of each feature's row only the weights that matter, as bytes with one scale a row
/// (linear quantisation; pruning by magnitude, Han et al. 2015). A row of which most matters is kept whole: that takes fewer
/// bytes than to name the classes, and is added several at a time.
/// </summary>
internal sealed class SparseLinear
{
    private const float KeptShare = 0.08f;
    private const int AlwaysKept = 60_000;
    private const float SmallestKept = 1e-4f;

    /// <summary>A weight that is named takes so many times the bytes of one that is not.</summary>
    private const int NamedCost = 3;

    private readonly int[] _starts;

    /// <param name="columns">Which row a feature has.</param>
    /// <param name="lengths">How many weights each row has; as many as there are classes for a whole row.</param>
    /// <param name="classes">The classes of all rows that are not whole, row by row.</param>
    /// <param name="weights">The weights of these, then those of the whole rows.</param>
    /// <param name="scales">For each feature the scale of its row.</param>
    /// <param name="bias">One number a class.</param>
    public SparseLinear(FeatureColumns columns, StoredArray<ushort> lengths, StoredArray<ushort> classes, StoredArray<sbyte> weights, StoredArray<Half> scales, StoredArray<float> bias)
    {
        (Columns, Lengths, Classes, Weights, Scales, Bias) = (columns, lengths, classes, weights, scales, bias);
        _starts = new int[lengths.Length];
        var each = lengths.Span;
        var named = 0;
        var whole = classes.Length;
        for (var row = 0; row < each.Length; row++)
        {
            ref var next = ref each[row] == bias.Length ? ref whole : ref named;
            _starts[row] = next;
            next = checked(next + each[row]);
        }

        IsWhole = named == classes.Length && whole == weights.Length;
    }

    public FeatureColumns Columns { get; }

    public StoredArray<ushort> Lengths { get; }

    public StoredArray<ushort> Classes { get; }

    public StoredArray<sbyte> Weights { get; }

    public StoredArray<Half> Scales { get; }

    public StoredArray<float> Bias { get; }

    /// <summary>Whether the lengths are those of the classes and weights; false only for what was read from a wrong file.</summary>
    public bool IsWhole { get; }

    /// <summary>Bytes it takes beside the columns.</summary>
    public long Size => (sizeof(int) * (long)_starts.Length) + Lengths.Size + Scales.Size + Classes.Size + Weights.Size + Bias.Size;

    /// <param name="columns">Which row a feature has.</param>
    /// <param name="parts">For each feature its part of the row.</param>
    /// <param name="rows">The weights: the classes of a row first.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="bias">One number a class.</param>
    public static SparseLinear Compress(FeatureColumns columns, ReadOnlySpan<float> parts, float[] rows, int width, ReadOnlySpan<float> bias)
    {
        var threshold = Threshold(rows);
        var packer = new Packer(columns, bias.Length);
        for (var row = 0; row < columns.Count; row++)
            packer.Add(row, rows.AsSpan(row * width, bias.Length), threshold);
        return packer.Pack(parts, bias.ToArray());
    }

    /// <summary>Writes the scores of one text.</summary>
    /// <param name="ids">The text's features.</param>
    /// <param name="places">The column of each.</param>
    /// <param name="values">The value of each.</param>
    /// <param name="scores">One number a class.</param>
    public void Score(ReadOnlySpan<int> ids, ReadOnlySpan<int> places, ReadOnlySpan<float> values, Span<float> scores)
    {
        Bias.Span.CopyTo(scores);
        var scales = Scales.Span;
        var lengths = Lengths.Span;
        var weights = Weights.Span;
        var classes = Classes.Span;
        for (var j = 0; j < ids.Length; j++)
        {
            if (places[j] is var place && place < 0)
                continue;
            var value = values[j] * (float)scales[ids[j]];
            var row = weights.Slice(_starts[place], lengths[place]);
            if (row.Length == scores.Length)
            {
                ByteRows.AddScaled(row, value, scores);
                continue;
            }

            var kinds = classes.Slice(_starts[place], row.Length);
            for (var i = 0; i < row.Length; i++)
                scores[kinds[i]] += value * row[i];
        }
    }

    /// <summary>A feature's weight for a class.</summary>
    public float Weight(int feature, int kind)
    {
        if (Columns.Places[feature] is var place && place < 0)
            return 0;
        var row = Weights.Span.Slice(_starts[place], Lengths[place]);
        var at = row.Length == Bias.Length ? kind : Classes.Span.Slice(_starts[place], row.Length).IndexOf((ushort)kind);
        return at < 0 ? 0 : (float)Scales[feature] * row[at];
    }

    private static float Threshold(float[] rows)
    {
        var budget = Math.Max(AlwaysKept, (long)(rows.Length * KeptShare));
        if (rows.Length <= budget)
            return SmallestKept;

        // The budget's place in the order of magnitudes, from a histogram of the floats' leading bits.
        var histogram = new int[1 << 16];
        foreach (var weight in rows)
            histogram[BitConverter.SingleToUInt32Bits(Math.Abs(weight)) >> 15]++;
        long above = 0;
        var bin = histogram.Length - 1;
        while (bin > 0 && above + histogram[bin] <= budget)
            above += histogram[bin--];
        return Math.Max(SmallestKept, BitConverter.UInt32BitsToSingle((uint)(bin + 1) << 15));
    }

    /// <summary>Takes rows one by one.</summary>
    internal sealed class Packer(FeatureColumns columns, int classes)
    {
        private readonly ushort[] _lengths = new ushort[columns.Count];
        private readonly float[] _scales = new float[columns.Count];
        private readonly List<ushort> _classes = [];
        private readonly List<sbyte> _named = [];
        private readonly List<sbyte> _whole = [];

        /// <summary>Keeps the weights of a row that are at least so large.</summary>
        public void Add(int place, ReadOnlySpan<float> row, float threshold)
        {
            var kept = 0;
            foreach (var weight in row)
                kept += Math.Abs(weight) >= threshold ? 1 : 0;
            if (kept == 0)
                return;
            var scale = RowScale.Of(row);
            _scales[place] = scale;
            var whole = kept * NamedCost >= classes;
            _lengths[place] = (ushort)(whole ? classes : kept);
            for (var k = 0; k < row.Length; k++)
            {
                var weight = (sbyte)MathF.Round(row[k] / scale);
                if (whole)
                {
                    _whole.Add(weight);
                }
                else if (Math.Abs(row[k]) >= threshold)
                {
                    _classes.Add((ushort)k);
                    _named.Add(weight);
                }
            }
        }

        public SparseLinear Pack(ReadOnlySpan<float> parts, float[] bias)
        {
            var scales = new Half[parts.Length];
            for (var feature = 0; feature < scales.Length; feature++)
            {
                if (columns.Places[feature] is var place && place >= 0)
                    scales[feature] = (Half)(parts[feature] * _scales[place]);
            }

            return new SparseLinear(columns, _lengths, _classes.ToArray(), (sbyte[])[.. _named, .. _whole], scales, bias);
        }
    }
}
