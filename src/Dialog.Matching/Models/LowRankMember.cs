using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Dialog.Matching.Learning;

namespace Dialog.Matching.Models;

/// <summary>A trained low-rank member: the input rows as bytes with one scale a row, the few output rows whole.</summary>
internal sealed class LowRankMember(int rank, sbyte[] input, float[] scales, float[] output, float[] bias)
{
    public int Rank { get; } = rank;

    public sbyte[] Input { get; } = input;

    public float[] Scales { get; } = scales;

    public float[] Output { get; } = output;

    public float[] Bias { get; } = bias;

    public static LowRankMember Compress(LowRankSoftmax trained)
    {
        var rank = trained.Rank;
        var features = trained.Input.Length / rank;
        var input = new sbyte[trained.Input.Length];
        var scales = new float[features];
        for (var feature = 0; feature < features; feature++)
        {
            var row = trained.Input.AsSpan(feature * rank, rank);
            var scale = RowScale.Of(row);
            scales[feature] = scale;
            if (scale == 0)
                continue;
            for (var i = 0; i < rank; i++)
                input[(feature * rank) + i] = (sbyte)MathF.Round(row[i] / scale);
        }

        return new LowRankMember(rank, input, scales, trained.Output, trained.Bias);
    }

    /// <summary>Writes the logits of one text. <paramref name="hidden"/> is room for <see cref="Rank"/> numbers.</summary>
    public void Score(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> hidden, Span<float> logits)
    {
        hidden = hidden[..Rank];
        hidden.Clear();
        for (var j = 0; j < ids.Length; j++)
            AddScaled(Input.AsSpan(ids[j] * Rank, Rank), values[j] * Scales[ids[j]], hidden);
        for (var k = 0; k < logits.Length; k++)
            logits[k] = Bias[k] + TensorPrimitives.Dot(Output.AsSpan(k * Rank, Rank), hidden);
    }

    private static void AddScaled(ReadOnlySpan<sbyte> row, float scale, Span<float> hidden)
    {
        var factor = Vector256.Create(scale);
        for (var i = 0; i + 16 <= row.Length; i += 16)
        {
            var shorts = Vector256.Create(Vector128.WidenLower(Vector128.Create(row[i..])), Vector128.WidenUpper(Vector128.Create(row[i..])));
            var (low, high) = Vector256.Widen(shorts);
            var at = hidden[i..];
            (Vector256.Create<float>(at) + (Vector256.ConvertToSingle(low) * factor)).CopyTo(at);
            (Vector256.Create<float>(at[8..]) + (Vector256.ConvertToSingle(high) * factor)).CopyTo(at[8..]);
        }
    }
}
