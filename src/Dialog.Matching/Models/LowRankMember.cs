using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Dialog.Matching.Learning;

namespace Dialog.Matching.Models;

/// <summary>
/// A trained low-rank member: the input rows as <see cref="NibbleRows"/>, the few output rows whole.
/// </summary>
/// <param name="rank">A multiple of <see cref="NibbleRows.Lanes"/>.</param>
/// <param name="columns">Which row a feature has; there may be fewer rows than columns.</param>
/// <param name="input">Half as many bytes a row as its rank.</param>
/// <param name="scales">The scale of each row.</param>
/// <param name="output">One row a class.</param>
/// <param name="bias">One number a class.</param>
internal sealed class LowRankMember(int rank, FeatureColumns columns, StoredArray<byte> input, StoredArray<Half> scales, StoredArray<float> output, StoredArray<float> bias)
{
    public int Rank { get; } = rank;

    public FeatureColumns Columns { get; } = columns;

    public StoredArray<byte> Input { get; } = input;

    public StoredArray<Half> Scales { get; } = scales;

    public StoredArray<float> Output { get; } = output;

    public StoredArray<float> Bias { get; } = bias;

    /// <summary>Bytes it takes beside the columns.</summary>
    public long Size => Input.Size + Scales.Size + Output.Size + Bias.Size;

    public static LowRankMember Compress(LowRankSoftmax trained, FeatureColumns columns)
    {
        var rank = trained.Rank;
        var input = new byte[trained.Input.Length / 2];
        var scales = new Half[trained.Input.Length / rank];
        for (var row = 0; row < scales.Length; row++)
            scales[row] = NibbleRows.Pack(trained.Input.AsSpan(row * rank, rank), input.AsSpan(row * rank / 2, rank / 2));

        return new LowRankMember(rank, columns, input, scales, trained.Output, trained.Bias);
    }

    /// <summary>Whether it has learnt anything of a feature.</summary>
    public bool Has(int feature) => (uint)Columns.Places[feature] < (uint)Scales.Length;

    /// <summary>Writes a feature's row of <see cref="Rank"/> numbers.</summary>
    public void CopyRow(int feature, Span<float> row)
    {
        row.Clear();
        AddScaled(feature, 1, row);
    }

    /// <summary>Writes the logits of one text.</summary>
    /// <param name="places">The columns of its features.</param>
    /// <param name="values">The value of each.</param>
    /// <param name="hidden">Room for <see cref="Rank"/> numbers.</param>
    /// <param name="logits">One number a class.</param>
    public void Score(ReadOnlySpan<int> places, ReadOnlySpan<float> values, Span<float> hidden, Span<float> logits)
    {
        hidden = hidden[..Rank];
        for (var block = 0; block < Rank; block += NibbleRows.Lanes)
            SumRows(places, values, block, hidden[block..]);
        var rows = Output.Span;
        Bias.Span.CopyTo(logits);
        for (var k = 0; k < logits.Length; k++)
            logits[k] += TensorPrimitives.Dot(rows.Slice(k * Rank, Rank), hidden);
    }

    /// <summary>A block of u, which stays in registers until it is complete.</summary>
    private void SumRows(ReadOnlySpan<int> places, ReadOnlySpan<float> values, int block, Span<float> hidden)
    {
        var steps = Scales.Span;
        var packed = Input.Span;
        var low = Vector256<float>.Zero;
        var high = Vector256<float>.Zero;
        for (var j = 0; j < places.Length; j++)
        {
            if (places[j] is var place && (uint)place >= (uint)steps.Length)
                continue;
            var factor = Vector256.Create(values[j] * (float)steps[place]);
            var (first, second) = NibbleRows.Unpack(packed[(((place * Rank) + block) / 2)..]);
            low += first * factor;
            high += second * factor;
        }

        low.CopyTo(hidden);
        high.CopyTo(hidden[8..]);
    }

    private void AddScaled(int feature, float value, Span<float> hidden)
    {
        if (!Has(feature))
            return;
        var place = Columns.Places[feature];
        NibbleRows.AddScaled(Input.Span.Slice(place * Rank / 2, Rank / 2), value * (float)Scales[place], hidden);
    }
}
