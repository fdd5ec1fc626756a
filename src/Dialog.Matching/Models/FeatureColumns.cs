using System.Numerics.Tensors;
using Dialog.Matching.Features;

namespace Dialog.Matching.Models;

/// <summary>
/// Which row of the low-rank members' tables a feature has. Features that only one example has learn the same thing, as
/// Adagrad minds no scale and their gradient is the same; they share that example's row. In a small set they are most. A tiny
/// set, which has no memory to save, keeps them apart. A feature that no example has, has no row.
/// </summary>
/// <param name="Places">For each feature its row, or -1.</param>
/// <param name="Count">How many rows there are.</param>
internal sealed record FeatureColumns(int[] Places, int Count)
{
    private const int Tiny = 150;

    /// <param name="rows">The examples.</param>
    /// <param name="features">How many features there are.</param>
    public static FeatureColumns From(SparseRows rows, int features)
    {
        var holders = new int[features];
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var feature in rows.Ids(row))
                holders[feature]++;
        }

        var places = new int[features];
        var count = 0;
        var alone = rows.Count < Tiny ? -1 : 1;
        for (var feature = 0; feature < features; feature++)
            places[feature] = holders[feature] == 0 || holders[feature] == alone ? -1 : count++;
        for (var row = 0; row < rows.Count; row++)
        {
            var shared = -1;
            foreach (var feature in rows.Ids(row))
            {
                if (holders[feature] == alone)
                    places[feature] = shared < 0 ? shared = count++ : shared;
            }
        }

        return new FeatureColumns(places, count);
    }

    /// <summary>The mean of the features of each row, each of them having so many numbers.</summary>
    public float[] Mean(ReadOnlySpan<float> values, int width)
    {
        var means = new float[Count * width];
        var members = new int[Count];
        for (var feature = 0; feature < Places.Length; feature++)
        {
            if (Places[feature] < 0)
                continue;
            members[Places[feature]]++;
            var to = means.AsSpan(Places[feature] * width, width);
            TensorPrimitives.Add(values.Slice(feature * width, width), to, to);
        }

        for (var row = 0; row < Count; row++)
        {
            if (members[row] > 1)
                TensorPrimitives.Divide(means.AsSpan(row * width, width), members[row], means.AsSpan(row * width, width));
        }

        return means;
    }
}
