using System.Numerics.Tensors;
using Dialog.Matching.Models;

namespace Dialog.Matching.Learning;

/// <summary>A low-rank member with what Adagrad had added up, so that a later training goes on with small steps.</summary>
/// <param name="Member">The member as it answers.</param>
/// <param name="InputSquares">One number a row of the member's table.</param>
/// <param name="OutputSquares">One number a class.</param>
internal sealed record LowRankStart(LowRankMember Member, Half[] InputSquares, float[] OutputSquares)
{
    /// <summary>Bytes it takes beside the member.</summary>
    public long Size => (2 * (long)InputSquares.Length) + (sizeof(float) * (long)OutputSquares.Length);

    public static LowRankStart From(LowRankMember member, LowRankSoftmax learner)
    {
        var squares = new Half[learner.InputSquares.Length];
        TensorPrimitives.ConvertToHalf(learner.InputSquares, squares);
        return new LowRankStart(member, squares, learner.OutputSquares.ToArray());
    }
}
