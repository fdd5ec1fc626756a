namespace Dialog.Matching.Learning;

/// <summary>
/// The dual solution of a support vector machine, kept for a later training. Of each example only the numbers of the other
/// classes that are not zero: its own class has what is missing to a sum of zero.
/// </summary>
/// <param name="Starts">Where each example's numbers start, and where the last one's end.</param>
/// <param name="Classes">The class of each number.</param>
/// <param name="Values">α, below zero.</param>
/// <param name="FirstPass">How much the first pass from zero changed, the yardstick of when to stop.</param>
internal sealed record SparseDuals(int[] Starts, ushort[] Classes, float[] Values, float FirstPass)
{
    public int Rows => Starts.Length - 1;

    /// <summary>Bytes it takes.</summary>
    public long Size => (sizeof(int) * (long)Starts.Length) + ((sizeof(ushort) + sizeof(float)) * (long)Values.Length);

    public static SparseDuals From(CrammerSinger solver, ReadOnlySpan<int> labels)
    {
        var classes = labels.Length == 0 ? 0 : solver.Duals.Length / labels.Length;
        var starts = new int[labels.Length + 1];
        var kinds = new List<ushort>();
        var values = new List<float>();
        for (var row = 0; row < labels.Length; row++)
        {
            var duals = solver.Duals.AsSpan(row * classes, classes);
            for (var k = 0; k < duals.Length; k++)
            {
                if (k == labels[row] || duals[k] >= 0)
                    continue;
                kinds.Add((ushort)k);
                values.Add(duals[k]);
            }

            starts[row + 1] = kinds.Count;
        }

        return new SparseDuals(starts, [.. kinds], [.. values], solver.FirstPass);
    }
}
