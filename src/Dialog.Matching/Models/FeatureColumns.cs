using Dialog.Matching.Features;

namespace Dialog.Matching.Models;

/// <summary>
/// Which column of the members' tables a feature has. Features that only one example has learn the same thing: they share a
/// column, whose number is the example's. In a small set they are most. A tiny set, which has no memory to save, keeps them
/// apart. A feature that no example has, has no column.
/// </summary>
/// <param name="Places">For each feature its column, or -1.</param>
/// <param name="Lone">The first column of features that one example has; those of a text's vector follow after them.</param>
/// <param name="Vectors">The first column of the dimensions of a text's vector.</param>
/// <param name="Count">How many columns there are.</param>
internal sealed record FeatureColumns(StoredArray<int> Places, int Lone, int Vectors, int Count)
{
    private const int Tiny = 150;

    /// <summary>Every feature apart.</summary>
    public static FeatureColumns Apart(int features) => new(Enumerable.Range(0, features).ToArray(), features, features, features);

    /// <param name="rows">The examples.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="dimensions">The features that are dimensions of a text's vector.</param>
    public static FeatureColumns From(SparseRows rows, int features, ReadOnlySpan<int> dimensions)
    {
        var holders = new int[features];
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var feature in rows.Ids(row))
                holders[feature]++;
        }

        foreach (var dimension in dimensions)
            holders[dimension] = 0;
        var places = new int[features];
        var count = 0;
        var alone = rows.Count < Tiny ? -1 : 1;
        for (var feature = 0; feature < features; feature++)
            places[feature] = holders[feature] == 0 || holders[feature] == alone ? -1 : count++;
        var lone = count;
        for (var row = 0; row < rows.Count; row++)
        {
            var shared = -1;
            foreach (var feature in rows.Ids(row))
            {
                if (holders[feature] == alone)
                    places[feature] = shared < 0 ? shared = count++ : shared;
            }
        }

        var vectors = count;
        foreach (var dimension in dimensions)
            places[dimension] = count++;
        return new FeatureColumns(places, lone, vectors, count);
    }

    /// <summary>The rows by columns, the values of a shared column added up.</summary>
    /// <param name="rows">The examples, by features.</param>
    /// <param name="columns">Only columns below this are taken.</param>
    public SparseRows Sums(SparseRows rows, int columns) => Gather(rows, columns, value => value, sum => sum);

    /// <summary>
    /// The rows by columns, a shared column having the length of its values: what a linear member learns of it is then just
    /// what it would learn of each of its features, and theirs is the part that <see cref="Parts"/> gives.
    /// </summary>
    /// <param name="rows">The examples, by features.</param>
    public SparseRows Lengths(SparseRows rows) => Gather(rows, Count, value => value * value, MathF.Sqrt);

    /// <summary>For each feature its part of its column.</summary>
    /// <param name="rows">The examples, by features.</param>
    /// <param name="lengths">The same by columns.</param>
    public float[] Parts(SparseRows rows, SparseRows lengths)
    {
        var parts = new float[Places.Length];
        Array.Fill(parts, 1);
        var places = Places.Span;
        for (var row = 0; row < rows.Count; row++)
        {
            var ids = rows.Ids(row);
            var length = lengths.Ids(row) is [.., var last] && IsShared(last) ? lengths.Values(row)[^1] : 1;
            for (var j = 0; j < ids.Length; j++)
            {
                if (IsShared(places[ids[j]]))
                    parts[ids[j]] = rows.Values(row)[j] / length;
            }
        }

        return parts;
    }

    /// <summary>Writes the column of each feature.</summary>
    public void Find(ReadOnlySpan<int> features, Span<int> columns)
    {
        var places = Places.Span;
        for (var j = 0; j < features.Length; j++)
            columns[j] = places[features[j]];
    }

    /// <summary>For each column its first feature.</summary>
    public int[] First()
    {
        var first = new int[Count];
        var places = Places.Span;
        for (var feature = places.Length - 1; feature >= 0; feature--)
        {
            if (places[feature] >= 0)
                first[places[feature]] = feature;
        }

        return first;
    }

    /// <summary>Whether a column stands for all features that only one example has.</summary>
    public bool IsShared(int column) => column >= Lone && column < Vectors;

    private SparseRows Gather(SparseRows rows, int columns, Func<float, float> map, Func<float, float> total)
    {
        var places = Places.Span;
        var starts = new int[rows.Count + 1];
        var ids = new List<int>(rows.Total);
        var values = new List<float>(rows.Total);
        for (var row = 0; row < rows.Count; row++)
        {
            var features = rows.Ids(row);
            var shared = -1;
            var sum = 0f;
            for (var j = 0; j < features.Length; j++)
            {
                var column = places[features[j]];
                if (column < 0 || column >= columns)
                    continue;
                if (IsShared(column))
                {
                    shared = column;
                    sum += map(rows.Values(row)[j]);
                    continue;
                }

                ids.Add(column);
                values.Add(rows.Values(row)[j]);
            }

            if (shared >= 0)
            {
                ids.Add(shared);
                values.Add(total(sum));
            }

            starts[row + 1] = ids.Count;
        }

        return new SparseRows(starts, [.. ids], [.. values]);
    }
}
