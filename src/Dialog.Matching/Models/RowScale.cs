using System.Numerics.Tensors;

namespace Dialog.Matching.Models;

/// <summary>The step of a row's bytes: such that the largest number fits, and rounded up to what half a float can hold.</summary>
internal static class RowScale
{
    public static float Of(ReadOnlySpan<float> row)
    {
        var scale = Math.Abs(TensorPrimitives.MaxMagnitude(row)) / sbyte.MaxValue;
        var half = (Half)scale;
        return (float)((float)half < scale ? Half.BitIncrement(half) : half);
    }
}
