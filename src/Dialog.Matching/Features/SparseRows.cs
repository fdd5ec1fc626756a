using System.Numerics.Tensors;

namespace Dialog.Matching.Features;

/// <summary>Examples as rows of feature numbers and values, in compressed sparse row form.</summary>
internal sealed class SparseRows(int[] starts, int[] ids, float[] values)
{
    /// <summary>How many values all rows have together.</summary>
    public int Total => ids.Length;

    public int Count => starts.Length - 1;

    public ReadOnlySpan<int> Ids(int row) => ids.AsSpan(starts[row], starts[row + 1] - starts[row]);

    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>The same rows with only the features that are kept.</summary>
    public SparseRows Where(Func<int, bool> isKept)
    {
        var kept = new bool[ids.Length == 0 ? 0 : TensorPrimitives.Max<int>(ids) + 1];
        for (var feature = 0; feature < kept.Length; feature++)
            kept[feature] = isKept(feature);
        var places = Enumerable.Range(0, ids.Length).Where(place => kept[ids[place]]).ToArray();
        var ends = new int[starts.Length];
        var at = 0;
        for (var row = 1; row < ends.Length; row++)
        {
            while (at < places.Length && places[at] < starts[row])
                at++;
            ends[row] = at;
        }

        return new SparseRows(ends, Array.ConvertAll(places, place => ids[place]), Array.ConvertAll(places, place => values[place]));
    }

    public float SquaredNorm(int row)
    {
        var sum = 0f;
        foreach (var value in Values(row))
            sum += value * value;
        return sum;
    }
}
