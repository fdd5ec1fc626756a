using System.Runtime.Intrinsics;

namespace Dialog.Matching.Models;

/// <summary>
/// Rows of numbers from -7 to 7 with one scale a row, two numbers a byte: of sixteen numbers the first eight are the lower
/// halves of eight bytes, the others the upper. What they cost in accuracy is within chance on hidden folds.
/// </summary>
internal static class NibbleRows
{
    /// <summary>A row's length is a multiple of it.</summary>
    public const int Lanes = 16;

    private const int Largest = 7;

    /// <summary>Writes a row as half as many bytes and gives its scale.</summary>
    public static Half Pack(ReadOnlySpan<float> row, Span<byte> packed)
    {
        var scale = RowScale.Of(row, Largest);
        packed.Clear();
        if (scale == 0)
            return default;
        for (var i = 0; i < packed.Length; i++)
        {
            var first = (i / 8 * Lanes) + (i % 8);
            var low = (int)MathF.Round(row[first] / scale);
            var high = (int)MathF.Round(row[first + 8] / scale);
            packed[i] = (byte)((low & 0xF) | (high << 4));
        }

        return (Half)scale;
    }

    /// <summary>Adds <paramref name="factor"/> times the packed numbers.</summary>
    public static void AddScaled(ReadOnlySpan<byte> packed, float factor, Span<float> sum)
    {
        var factors = Vector256.Create(factor);
        for (var i = 0; i < packed.Length; i += 8)
        {
            var (low, high) = Unpack(packed[i..]);
            var at = sum[(2 * i)..];
            (Vector256.Create<float>(at) + (low * factors)).CopyTo(at);
            (Vector256.Create<float>(at[8..]) + (high * factors)).CopyTo(at[8..]);
        }
    }

    /// <summary>The sixteen numbers of eight bytes.</summary>
    public static (Vector256<float> Low, Vector256<float> High) Unpack(ReadOnlySpan<byte> packed)
    {
        var pairs = Vector256.Create(BitConverter.ToUInt64(packed)).AsSByte();
        var wide = Vector256.WidenLower(Vector256.WidenLower(pairs));
        return (
            Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(wide, 28), 28)),
            Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(wide, 4)));
    }
}
