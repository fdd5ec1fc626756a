using Dialog.Matching.Confidence;
using Dialog.Matching.Learning;

namespace Dialog.Matching;

/// <summary>What a training leaves in memory for the next one of the same bot; no part of a model file.</summary>
/// <param name="Texts">The key of each text, in order (<see cref="PreparedSet.Keys"/>).</param>
/// <param name="Negatives">The key of each message that no intent answers.</param>
/// <param name="Solution">Where the members' solvers ended.</param>
/// <param name="Rounds">What was held out and asked.</param>
/// <param name="Drift">How many texts came or went since the members were last trained from nothing.</param>
internal sealed record WarmStart(ulong[] Texts, ulong[] Negatives, EnsembleSolution Solution, CalibrationRounds Rounds, int Drift)
{
    /// <summary>Bytes it takes.</summary>
    public long Size => (sizeof(ulong) * (long)(Texts.Length + Negatives.Length)) + Solution.Size + Rounds.Size;
}

/// <summary>Where the solvers of an ensemble ended.</summary>
internal sealed record EnsembleSolution(SparseDuals Duals, LowRankStart[] Members)
{
    public long Size => Duals.Size + Members.Sum(member => member.Size);
}
