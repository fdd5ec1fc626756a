using Dialog.Matching.Features;
using Dialog.Matching.Models;

namespace Dialog.Matching.Learning;

/// <summary>
/// The mean of each class's examples as its weights (Rocchio 1971): sparse, one pass, and sound where thousands of classes
/// make a support vector machine's table larger than a machine.
/// </summary>
internal static class Rocchio
{
    public static SparseLinear Train(SparseRows rows, int[] labels, float[] weights, int classes, int features)
    {
        var totals = new float[classes];
        for (var row = 0; row < labels.Length; row++)
            totals[labels[row]] += weights[row];

        var means = new Dictionary<ushort, float>?[features];
        for (var row = 0; row < labels.Length; row++)
        {
            var ids = rows.Ids(row);
            var values = rows.Values(row);
            var share = weights[row] / totals[labels[row]];
            for (var j = 0; j < ids.Length; j++)
            {
                var mean = means[ids[j]] ??= [];
                var kind = (ushort)labels[row];
                mean[kind] = mean.GetValueOrDefault(kind) + (share * values[j]);
            }
        }

        return Pack(means, classes);
    }

    private static SparseLinear Pack(Dictionary<ushort, float>?[] means, int classes)
    {
        var packer = new SparseLinear.Packer(FeatureColumns.Apart(means.Length), classes);
        var row = new float[classes];
        for (var feature = 0; feature < means.Length; feature++)
        {
            if (means[feature] is not { } mean)
                continue;
            foreach (var (kind, value) in mean)
                row[kind] = value;
            packer.Add(feature, row, float.Epsilon);
            foreach (var kind in mean.Keys)
                row[kind] = 0;
        }

        return packer.Pack([.. Enumerable.Repeat(1f, means.Length)], new float[classes]);
    }
}
