using System.Numerics;
using System.Runtime.InteropServices;

namespace Dialog.Matching.Learning;

/// <summary>Σ value · row, the rows being one number a class: the one place where training spends its time.</summary>
internal static class ClassScores
{
    /// <summary>Adds <paramref name="values"/>[j] · row(<paramref name="ids"/>[j]) to <paramref name="scores"/>.</summary>
    /// <param name="ids">The rows.</param>
    /// <param name="values">The factor of each.</param>
    /// <param name="weights">One row a feature, each as long as <paramref name="scores"/>.</param>
    /// <param name="scores">One number a class; a <see cref="Width"/> long.</param>
    public static void Add(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, float[] weights, Span<float> scores)
    {
        var width = scores.Length;
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var j = 0;
        for (; j + 3 < ids.Length; j += 4)
        {
            var a = Row(weights, ids[j], width);
            var b = Row(weights, ids[j + 1], width);
            var c = Row(weights, ids[j + 2], width);
            var d = Row(weights, ids[j + 3], width);
            var (va, vb, vc, vd) = (new Vector<float>(values[j]), new Vector<float>(values[j + 1]), new Vector<float>(values[j + 2]), new Vector<float>(values[j + 3]));
            for (var k = 0; k < sums.Length; k++)
                sums[k] += (a[k] * va) + (b[k] * vb) + ((c[k] * vc) + (d[k] * vd));
        }

        for (; j < ids.Length; j++)
        {
            var row = Row(weights, ids[j], width);
            var value = new Vector<float>(values[j]);
            for (var k = 0; k < sums.Length; k++)
                sums[k] += row[k] * value;
        }
    }

    /// <summary>The length of a row for so many classes.</summary>
    public static int Width(int classes) => (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    private static ReadOnlySpan<Vector<float>> Row(float[] weights, int id, int width) =>
        MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(id * width, width));
}
