using System.Runtime.Intrinsics;

namespace Dialog.Matching.Models;

/// <summary>Rows of signed bytes with one scale a row: the form in which tables of vectors are kept.</summary>
internal static class ByteRows
{
    /// <summary>Adds <paramref name="scale"/> · <paramref name="row"/>; both are a multiple of 16 long.</summary>
    public static void AddScaled(ReadOnlySpan<sbyte> row, float scale, Span<float> sum)
    {
        var factor = Vector256.Create(scale);
        for (var i = 0; i + 16 <= row.Length; i += 16)
        {
            var shorts = Vector256.Create(Vector128.WidenLower(Vector128.Create(row[i..])), Vector128.WidenUpper(Vector128.Create(row[i..])));
            var (low, high) = Vector256.Widen(shorts);
            var at = sum[i..];
            (Vector256.Create<float>(at) + (Vector256.ConvertToSingle(low) * factor)).CopyTo(at);
            (Vector256.Create<float>(at[8..]) + (Vector256.ConvertToSingle(high) * factor)).CopyTo(at[8..]);
        }
    }

    /// <summary>Writes a row as bytes and gives its scale.</summary>
    public static float Compress(ReadOnlySpan<float> row, Span<sbyte> bytes)
    {
        var scale = RowScale.Of(row);
        if (scale == 0)
            return 0;
        for (var i = 0; i < row.Length; i++)
            bytes[i] = (sbyte)MathF.Round(row[i] / scale);
        return scale;
    }
}
