using System.Numerics.Tensors;

namespace Dialog.Matching.Models;

/// <summary>The step of a row's whole numbers: such that the largest fits, and rounded up to what half a float can hold.</summary>
internal static class RowScale
{
    /// <param name="row">The numbers.</param>
    /// <param name="most">The largest whole number.</param>
    public static float Of(ReadOnlySpan<float> row, int most = sbyte.MaxValue)
    {
        var scale = Math.Abs(TensorPrimitives.MaxMagnitude(row)) / most;
        var half = (Half)scale;
        return (float)((float)half < scale ? Half.BitIncrement(half) : half);
    }
}
