using Dialog.Matching.Features;

namespace Dialog.Matching;

/// <summary>A former solution, and where its texts, classes and features are in the set to train from now.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Change">Where texts and classes are.</param>
/// <param name="Features">For each feature its number in the former index, -1 for a new one.</param>
internal sealed record EnsembleStart(EnsembleSolution Solution, SetChange Change, int[] Features)
{
    /// <summary>Both indexes ascend, so one walk through them is enough.</summary>
    public static int[] Places(FeatureIndex former, FeatureIndex now)
    {
        var places = new int[now.Count];
        var at = 0;
        for (var i = 0; i < places.Length; i++)
        {
            while (at < former.Count && former.Hashes[at] < now.Hashes[i])
                at++;
            places[i] = at < former.Count && former.Hashes[at] == now.Hashes[i] ? at : -1;
        }

        return places;
    }
}
