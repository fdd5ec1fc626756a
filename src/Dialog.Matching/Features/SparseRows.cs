namespace Dialog.Matching.Features;

/// <summary>Examples as rows of feature numbers and values, in compressed sparse row form.</summary>
internal sealed class SparseRows(int[] starts, int[] ids, float[] values)
{
    /// <summary>How many values all rows have together.</summary>
    public int Total => ids.Length;

    public int Count => starts.Length - 1;

    public ReadOnlySpan<int> Ids(int row) => ids.AsSpan(starts[row], starts[row + 1] - starts[row]);

    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row], starts[row + 1] - starts[row]);

    public float SquaredNorm(int row)
    {
        var sum = 0f;
        foreach (var value in Values(row))
            sum += value * value;
        return sum;
    }
}
