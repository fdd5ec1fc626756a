using Dialog.Matching.Features;

namespace Dialog.Matching.Models;

/// <summary>
/// Which row of the low-rank members' tables a feature has. Features that only one example has learn the same thing, as
/// Adagrad minds no scale and their gradient is the same; they share that example's row. In a small set they are most.
/// </summary>
/// <param name="Places">For each feature its row.</param>
/// <param name="Count">How many rows there are.</param>
internal sealed record FeatureColumns(int[] Places, int Count)
{
    /// <param name="rows">The examples.</param>
    /// <param name="frequency">How many of them have each feature; the rows of features that none has do not matter.</param>
    public static FeatureColumns From(SparseRows rows, ushort[] frequency)
    {
        var places = new int[frequency.Length];
        var count = 0;
        for (var feature = 0; feature < places.Length; feature++)
            places[feature] = frequency[feature] > 1 ? count++ : 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var shared = -1;
            foreach (var feature in rows.Ids(row))
            {
                if (frequency[feature] == 1)
                    places[feature] = shared < 0 ? shared = count++ : shared;
            }
        }

        return new FeatureColumns(places, Math.Max(1, count));
    }

    /// <summary>The mean of the features of each row, each of them having so many numbers.</summary>
    public float[] Mean(ReadOnlySpan<float> values, int width, ushort[] frequency)
    {
        var means = new float[Count * width];
        var members = new int[Count];
        for (var feature = 0; feature < Places.Length; feature++)
        {
            if (frequency[feature] == 0)
                continue;
            members[Places[feature]]++;
            var from = values.Slice(feature * width, width);
            var to = means.AsSpan(Places[feature] * width, width);
            System.Numerics.Tensors.TensorPrimitives.Add(from, to, to);
        }

        for (var row = 0; row < Count; row++)
        {
            if (members[row] > 1)
                System.Numerics.Tensors.TensorPrimitives.Divide(means.AsSpan(row * width, width), members[row], means.AsSpan(row * width, width));
        }

        return means;
    }
}
