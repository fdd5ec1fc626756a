using Dialog.Matching.Confidence;
using Dialog.Matching.Features;
using Dialog.Matching.Format;
using Dialog.Matching.Models;

namespace Dialog.Matching;

/// <summary>A trained model: immutable, for any number of threads at once.</summary>
public sealed class IntentModel
{
    private const float Softness = 0.7f;
    private readonly ModelParts _parts;
    private readonly Vectorizer _vectorizer;

    internal IntentModel(ModelParts parts)
    {
        _parts = parts;
        _vectorizer = new Vectorizer(parts.DocumentFrequency, parts.Documents);
    }

    /// <summary>How many intents it knows.</summary>
    public int Intents => _parts.IntentIds.Length;

    /// <summary>Ranks the intents for a text. Any text is accepted; of a very long one the beginning is read.</summary>
    /// <param name="text">What a visitor wrote.</param>
    public MatchResult Match(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scratch = Weigh(text);
        var confidence = scratch.Vector.Count == 0 ? 0 : _parts.Calibrator.Confidence(scratch.Evidence);
        return new MatchResult(Rank(scratch.Scores, confidence));
    }

    /// <summary>The smallest confidence from which on at most that share of the answers is likely to be wrong.</summary>
    /// <param name="wrongShare">0 to 1; 0.1 tolerates one wrong answer in ten.</param>
    public double ThresholdFor(double wrongShare) => _parts.Curve.ThresholdFor(wrongShare);

    /// <summary>Writes the model, with its version and checksum.</summary>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelWriter.Write(_parts, stream);
    }

    /// <summary>Reads a model written by <see cref="Save"/>.</summary>
    /// <exception cref="ModelFormatException">It is damaged, cut short, or of another version.</exception>
    public static IntentModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new IntentModel(ModelReader.Read(stream));
    }

    /// <summary>The evidence for a text's best intent, for deriving the prior.</summary>
    internal (string Best, float[] Evidence) Gather(string text)
    {
        var scratch = Weigh(text);
        return (_parts.IntentIds[scratch.Scores.Best[0]], scratch.Evidence.ToArray());
    }

    private MatchScratch Weigh(string text)
    {
        var scratch = MatchScratch.Current;
        scratch.Pipeline.Run(text, scratch.Tokens);
        Score(scratch);
        Evidence.Gather(scratch.Scores, scratch.Vector, scratch.Tokens.Count, _parts.ExamplesPerIntent, scratch.Evidence);
        return scratch;
    }

    private void Score(MatchScratch scratch)
    {
        var counter = scratch.Counter;
        counter.Clear();
        FeatureBlocks.Extract(scratch.Tokens, ref counter);
        var hashes = counter.Hashes;
        if (scratch.Ids.Length < hashes.Length)
            scratch.Ids = new int[hashes.Length * 2];
        for (var i = 0; i < hashes.Length; i++)
            scratch.Ids[i] = _parts.Index.Find(hashes[i]);
        _vectorizer.Vectorize(scratch.Ids.AsSpan(0, hashes.Length), counter.Counts, counter.Blocks, scratch.Vector);
        _parts.Ensemble.Score(scratch.Vector, scratch.Scores);
    }

    /// <summary>What follows the best has as much less confidence as it has less of the members' voices.</summary>
    private RankedIntent[] Rank(EnsembleScores scores, double confidence)
    {
        var ranked = new RankedIntent[Math.Min(scores.Best.Length, Intents)];
        var highest = scores.Total[scores.Best[0]];
        for (var place = 0; place < ranked.Length; place++)
        {
            var intent = scores.Best[place];
            ranked[place] = new RankedIntent(_parts.IntentIds[intent], confidence * Math.Exp(Softness * (scores.Total[intent] - highest)));
        }

        return ranked;
    }
}
