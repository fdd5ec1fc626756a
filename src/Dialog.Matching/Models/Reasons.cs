using System.Numerics.Tensors;
using Dialog.Matching.Features;
using Dialog.Matching.Text;

namespace Dialog.Matching.Models;

/// <summary>
/// Splits the lead of one class over another into the tokens' parts. The members are linear in the features, so the parts
/// add up to the lead exactly (no approximation such as LIME's is needed).
/// </summary>
internal sealed class Reasons(Ensemble ensemble, FeatureIndex index, int best, int other) : IFeatureSink
{
    private readonly Dictionary<int, List<(int First, int Second)>> _occurrences = [];
    private readonly Dictionary<int, List<(int First, int Second)>> _words = [];

    public void Add(uint hash, int block, int first, int second)
    {
        Note(_occurrences, index.Find(hash), first, second);
        if (WordVectors.Has((byte)block))
            Note(_words, WordVectors.Current.Find(hash), first, second);
    }

    private static void Note(Dictionary<int, List<(int First, int Second)>> occurrences, int id, int first, int second)
    {
        if (id < 0)
            return;
        if (!occurrences.TryGetValue(id, out var list))
            occurrences.Add(id, list = []);
        list.Add((first, second));
    }

    /// <summary>Each token's part of the lead.</summary>
    public double[] Split(TokenBuffer tokens, FeatureVector vector, WordVectorScratch embedded)
    {
        var self = this;
        FeatureBlocks.Extract(tokens, ref self);
        var parts = new double[tokens.Count];
        for (var j = 0; j < vector.Count; j++)
        {
            if (vector.Blocks[j] != FeatureBlocks.Vectors)
                Share(parts, vector.Values[j] * Weight(vector.Ids[j]), _occurrences[vector.Ids[j]]);
        }

        SplitVector(parts, embedded, vector.VectorShare);
        return parts;
    }

    /// <summary>The text's vector is the sum of its words' vectors, so its part of the lead is theirs.</summary>
    private void SplitVector(double[] parts, WordVectorScratch embedded, float share)
    {
        if (index.Find(WordVectors.Hashes[0]) < 0)
            return;
        var weights = Array.ConvertAll(WordVectors.Hashes, hash => (float)Weight(index.Find(hash)));
        for (var j = 0; j < embedded.Words.Count; j++)
        {
            var word = embedded.Words.Ids[j];
            Share(parts, share * embedded.Factor * embedded.Words.Values[j] * WordVectors.Current.Dot(word, weights), _words[word]);
        }
    }

    private static void Share(double[] parts, double lead, List<(int First, int Second)> places)
    {
        foreach (var (first, second) in places)
        {
            parts[first] += lead / (2 * places.Count);
            parts[second] += lead / (2 * places.Count);
        }
    }

    /// <summary>The part of the lead that is there before any word.</summary>
    public double Habit()
    {
        var lead = Ensemble.LinearSharpness * (ensemble.Linear.Bias[best] - (other < 0 ? 0 : ensemble.Linear.Bias[other]));
        foreach (var member in ensemble.Members)
            lead += (member.Bias[best] - (other < 0 ? 0 : member.Bias[other])) / ensemble.Members.Length;
        return lead;
    }

    private double Weight(int feature)
    {
        var linear = ensemble.Linear;
        var weight = (double)Ensemble.LinearSharpness * (linear.Weight(feature, best) - (other < 0 ? 0 : linear.Weight(feature, other)));
        foreach (var member in ensemble.Members)
            weight += Weight(member, feature) / ensemble.Members.Length;
        return weight;
    }

    private double Weight(LowRankMember member, int feature)
    {
        var rank = member.Rank;
        Span<float> row = stackalloc float[rank];
        member.CopyRow(feature, row);
        var lead = TensorPrimitives.Dot<float>(row, member.Output.Span.Slice(best * rank, rank));
        if (other >= 0)
            lead -= TensorPrimitives.Dot<float>(row, member.Output.Span.Slice(other * rank, rank));
        return lead;
    }
}
