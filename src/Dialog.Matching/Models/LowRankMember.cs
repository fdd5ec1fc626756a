using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Dialog.Matching.Learning;

namespace Dialog.Matching.Models;

/// <summary>
/// A trained low-rank member: the input rows as numbers from -7 to 7 with one scale a row, which costs no accuracy that can
/// be measured, the few output rows whole.
/// </summary>
/// <param name="rank">A multiple of <see cref="Lanes"/>.</param>
/// <param name="columns">Which row a feature has; the same for all members.</param>
/// <param name="input">Two numbers a byte; of sixteen the first eight are the lower halves, the others the upper.</param>
/// <param name="scales">The scale of each row.</param>
/// <param name="output">One row a class.</param>
/// <param name="bias">One number a class.</param>
internal sealed class LowRankMember(int rank, FeatureColumns columns, byte[] input, Half[] scales, float[] output, float[] bias)
{
    public const int Lanes = 16;
    private const int Largest = 7;

    public int Rank { get; } = rank;

    public FeatureColumns Columns { get; } = columns;

    public byte[] Input { get; } = input;

    public Half[] Scales { get; } = scales;

    public float[] Output { get; } = output;

    public float[] Bias { get; } = bias;

    /// <summary>Bytes it takes beside the columns.</summary>
    public long Size => Input.Length + (2L * Scales.Length) + (sizeof(float) * ((long)Output.Length + Bias.Length));

    public static LowRankMember Compress(LowRankSoftmax trained, FeatureColumns columns)
    {
        var rank = trained.Rank;
        var means = columns.Mean(trained.Input, rank);
        var input = new byte[means.Length / 2];
        var scales = new Half[columns.Count];
        for (var place = 0; place < scales.Length; place++)
        {
            var row = means.AsSpan(place * rank, rank);
            var scale = RowScale.Of(row, Largest);
            scales[place] = (Half)scale;
            if (scale != 0)
                Pack(row, 1 / scale, input.AsSpan(place * rank / 2, rank / 2));
        }

        return new LowRankMember(rank, columns, input, scales, trained.Output, trained.Bias);
    }

    /// <summary>Writes a feature's row of <see cref="Rank"/> numbers.</summary>
    public void CopyRow(int feature, Span<float> row)
    {
        row.Clear();
        AddScaled(feature, 1, row);
    }

    /// <summary>Writes the logits of one text. <paramref name="hidden"/> is room for <see cref="Rank"/> numbers.</summary>
    public void Score(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> hidden, Span<float> logits)
    {
        hidden = hidden[..Rank];
        hidden.Clear();
        for (var j = 0; j < ids.Length; j++)
            AddScaled(ids[j], values[j], hidden);
        for (var k = 0; k < logits.Length; k++)
            logits[k] = Bias[k] + TensorPrimitives.Dot(Output.AsSpan(k * Rank, Rank), hidden);
    }

    private static void Pack(ReadOnlySpan<float> row, float inverse, Span<byte> packed)
    {
        for (var i = 0; i < packed.Length; i++)
        {
            var first = (i / 8 * Lanes) + (i % 8);
            var low = (int)MathF.Round(row[first] * inverse);
            var high = (int)MathF.Round(row[first + 8] * inverse);
            packed[i] = (byte)((low & 0xF) | (high << 4));
        }
    }

    private void AddScaled(int feature, float value, Span<float> hidden)
    {
        var place = Columns.Places[feature];
        var factor = Vector256.Create(value * (float)Scales[place]);
        var packed = Input.AsSpan(place * Rank / 2, Rank / 2);
        for (var i = 0; i < packed.Length; i += 8)
        {
            var pairs = Vector128.WidenLower(Vector128.CreateScalar(BitConverter.ToUInt64(packed[i..])).AsSByte());
            var at = hidden[(2 * i)..];
            Add(Vector128.ShiftRightArithmetic(Vector128.ShiftLeft(pairs, 12), 12), factor, at);
            Add(Vector128.ShiftRightArithmetic(pairs, 4), factor, at[8..]);
        }
    }

    private static void Add(Vector128<short> numbers, Vector256<float> factor, Span<float> target)
    {
        var (low, high) = Vector128.Widen(numbers);
        (Vector256.Create<float>(target) + (Vector256.ConvertToSingle(Vector256.Create(low, high)) * factor)).CopyTo(target);
    }
}
