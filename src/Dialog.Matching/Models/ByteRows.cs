using System.Runtime.Intrinsics;

namespace Dialog.Matching.Models;

/// <summary>Rows of signed bytes.</summary>
internal static class ByteRows
{
    /// <summary>Adds <paramref name="scale"/> · <paramref name="row"/> to as many numbers.</summary>
    public static void AddScaled(ReadOnlySpan<sbyte> row, float scale, Span<float> sum)
    {
        var factor = Vector256.Create(scale);
        var i = 0;
        for (; i + 16 <= row.Length; i += 16)
        {
            var shorts = Vector256.Create(Vector128.WidenLower(Vector128.Create(row[i..])), Vector128.WidenUpper(Vector128.Create(row[i..])));
            var (low, high) = Vector256.Widen(shorts);
            var at = sum[i..];
            (Vector256.Create<float>(at) + (Vector256.ConvertToSingle(low) * factor)).CopyTo(at);
            (Vector256.Create<float>(at[8..]) + (Vector256.ConvertToSingle(high) * factor)).CopyTo(at[8..]);
        }

        for (; i < row.Length; i++)
            sum[i] += scale * row[i];
    }
}
