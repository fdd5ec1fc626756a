namespace Dialog.Matching.Learning;

/// <summary>The nearest point with no negative part and a given sum (Michelot 1986).</summary>
internal static class SimplexProjection
{
    /// <summary>Replaces <paramref name="point"/> by its projection on { v ≥ 0, Σ v = <paramref name="sum"/> }.</summary>
    public static void Project(Span<float> point, float sum)
    {
        var highest = System.Numerics.Tensors.TensorPrimitives.Max<float>(point);

        // Nothing further than the sum below the highest can stay positive, so most classes leave at once.
        var threshold = highest - sum;
        for (var active = point.Length + 1; ;)
        {
            var total = 0f;
            var count = 0;
            foreach (var value in point)
            {
                if (value > threshold)
                {
                    total += value;
                    count++;
                }
            }

            // Exact numbers leave one by one; rounded ones could come back and go round for ever.
            if (count >= active || count == 0)
                break;
            active = count;
            threshold = (total - sum) / count;
        }

        for (var i = 0; i < point.Length; i++)
            point[i] = Math.Max(0, point[i] - threshold);
    }
}
