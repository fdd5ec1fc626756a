using System.Numerics.Tensors;

namespace Dialog.Matching.Models;

/// <summary>
/// A linear classifier kept small: of each feature's row only the weights that matter, as bytes with one scale a row
/// (linear quantisation; pruning by magnitude, Han et al. 2015).
/// </summary>
internal sealed class SparseLinear(int[] starts, ushort[] classes, sbyte[] weights, Half[] scales, float[] bias)
{
    private const float KeptShare = 0.08f;
    private const int AlwaysKept = 60_000;
    private const float SmallestKept = 1e-4f;

    public int[] Starts { get; } = starts;

    public ushort[] Classes { get; } = classes;

    public sbyte[] Weights { get; } = weights;

    public Half[] Scales { get; } = scales;

    public float[] Bias { get; } = bias;

    /// <summary>Bytes it takes.</summary>
    public long Size => (sizeof(int) * (long)Starts.Length) + (3L * Weights.Length) + (2L * Scales.Length) + (sizeof(float) * (long)Bias.Length);

    public static SparseLinear Compress(float[] rows, int width, ReadOnlySpan<float> bias)
    {
        var threshold = Threshold(rows);
        var features = width == 0 ? 0 : rows.Length / width;
        var starts = new int[features + 1];
        var scales = new Half[features];
        var classes = new List<ushort>();
        var weights = new List<sbyte>();
        for (var feature = 0; feature < features; feature++)
        {
            var row = rows.AsSpan(feature * width, width)[..bias.Length];
            var scale = RowScale.Of(row);
            scales[feature] = (Half)scale;
            for (var k = 0; k < row.Length; k++)
            {
                if (Math.Abs(row[k]) < threshold)
                    continue;
                classes.Add((ushort)k);
                weights.Add((sbyte)MathF.Round(row[k] / scale));
            }

            starts[feature + 1] = weights.Count;
        }

        return new SparseLinear(starts, [.. classes], [.. weights], scales, bias.ToArray());
    }

    public void Score(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> scores)
    {
        Bias.CopyTo(scores);
        for (var j = 0; j < ids.Length; j++)
        {
            var feature = ids[j];
            var value = values[j] * (float)Scales[feature];
            var start = Starts[feature];
            var length = Starts[feature + 1] - start;
            var kinds = Classes.AsSpan(start, length);
            var row = Weights.AsSpan(start, length);
            for (var i = 0; i < row.Length; i++)
                scores[kinds[i]] += value * row[i];
        }
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
}
