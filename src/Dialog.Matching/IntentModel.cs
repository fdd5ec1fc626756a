using Dialog.Matching.Confidence;
using Dialog.Matching.Features;
using Dialog.Matching.Format;
using Dialog.Matching.Models;
using Dialog.Matching.Text;

namespace Dialog.Matching;

/// <summary>A trained model: immutable, for any number of threads at once.</summary>
public sealed class IntentModel
{
    // Repairs find words by their deletions: eight bytes for each letter of the vocabulary, and for each word.
    private const long RepairSize = 10;
    private readonly ModelParts _parts;
    private readonly TextEncoder _encoder;
    private readonly TextEncoder _examples;
    private readonly TextPipeline _pipeline;

    internal IntentModel(ModelParts parts, WarmStart? warm = null)
        : this(parts, TextPipeline.Repairing(parts.Vocabulary)) => Warm = warm;

    private IntentModel(ModelParts parts, TextPipeline pipeline)
    {
        _parts = parts;
        _pipeline = pipeline;
        var vectorizer = new Vectorizer(parts.DocumentFrequency, parts.Documents);
        _encoder = new TextEncoder(_pipeline, parts.Index, vectorizer);
        _examples = new TextEncoder(TextPipeline.Plain, parts.Index, vectorizer);
    }

    /// <summary>The version of the files that <see cref="Save"/> writes; <see cref="Load(Stream)"/> reads no other.</summary>
    public static int Format => ModelFile.Version;

    /// <summary>How many intents it knows.</summary>
    public int Intents => _parts.IntentIds.Length;

    /// <summary>Bytes of memory it takes, with what it keeps for the next training; within a fifth.</summary>
    public long Size => _parts.Size + (RepairSize * _parts.Vocabulary.Words.Characters.Length) + (Warm?.Size ?? 0);

    internal ModelParts Parts => _parts;

    /// <summary>What the next training may go on from; null for a model that was read from a file.</summary>
    internal WarmStart? Warm { get; }

    /// <summary>Ranks the intents for a text. Any text is accepted; of a very long one the beginning is read.</summary>
    /// <param name="text">What a visitor wrote.</param>
    public MatchResult Match(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scratch = Weigh(text);
        var confidence = scratch.Vector.Count == 0 ? 0 : _parts.Calibrator.Confidence(scratch.Evidence, scratch.Scores.Best[0]);
        return new MatchResult(Rank(scratch.Scores, confidence));
    }

    /// <summary>Matches a text and says why: slower than <see cref="Match"/>, for the eyes of owners and agents.</summary>
    /// <param name="text">What a visitor wrote.</param>
    public Explanation Explain(string text)
    {
        var result = Match(text);
        var scratch = MatchScratch.Current;
        var (best, other) = (scratch.Scores.Best[0], scratch.Scores.Best[1]);
        var reasons = new Reasons(_parts.Ensemble, _parts.Index, best, other);
        var parts = reasons.Split(scratch.Tokens, scratch.Vector, scratch.WordVectors);
        var words = parts.Select((part, token) => new WordReason(scratch.Tokens[token].ToString(), part)).ToArray();
        var habit = reasons.Habit();
        return new Explanation(result, _pipeline.Explain(text), words, parts.Sum() + habit, habit, Nearest(scratch, best));
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

    /// <summary>Reads a model written by <see cref="Save"/>; of the file nothing is copied.</summary>
    /// <param name="file">All its bytes, which the model keeps: nobody may change them any more.</param>
    /// <exception cref="ModelFormatException">It is damaged, cut short, or of another version.</exception>
    public static IntentModel Load(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new IntentModel(ModelReader.Read(file));
    }

    /// <summary>The evidence for a text's best intent, for deriving the prior.</summary>
    internal (string Best, float[] Evidence) Gather(string text)
    {
        var scratch = Weigh(text);
        return (_parts.IntentIds[scratch.Scores.Best[0]], scratch.Evidence.ToArray());
    }

    /// <summary>The same model with only the first steps of its pipeline.</summary>
    internal IntentModel WithSteps(int steps) => new(_parts, TextPipeline.Partial(_parts.Vocabulary, steps));

    private MatchScratch Weigh(string text)
    {
        var scratch = MatchScratch.Current;
        _encoder.Encode(text, scratch);
        _parts.Ensemble.Score(scratch.Vector, scratch.Scores);
        Evidence.Gather(scratch.Scores, scratch.Vector, scratch.Tokens.Count, _parts.ExamplesPerIntent, scratch.Evidence);
        return scratch;
    }

    private NearestExample? Nearest(MatchScratch scratch, int intent)
    {
        var values = new Dictionary<int, float>();
        for (var j = 0; j < scratch.Vector.Count; j++)
            values.Add(scratch.Vector.Ids[j], scratch.Vector.Values[j]);
        var norm = Math.Sqrt(values.Values.Sum(value => (double)value * value));
        NearestExample? nearest = null;
        for (var i = 0; i < _parts.Examples.Texts.Count; i++)
        {
            if (_parts.Examples.Labels[i] != intent)
                continue;
            var similarity = Similarity(_parts.Examples.Texts[i].ToString(), values, norm, scratch);
            if (similarity > (nearest?.Similarity ?? 0))
                nearest = new NearestExample(_parts.Examples.Texts[i].ToString(), similarity);
        }

        return nearest;
    }

    private double Similarity(string example, Dictionary<int, float> values, double norm, MatchScratch scratch)
    {
        _examples.Encode(example, scratch);
        var product = 0d;
        var square = 0d;
        for (var j = 0; j < scratch.Vector.Count; j++)
        {
            product += scratch.Vector.Values[j] * values.GetValueOrDefault(scratch.Vector.Ids[j]);
            square += scratch.Vector.Values[j] * scratch.Vector.Values[j];
        }

        return product == 0 ? 0 : Math.Min(1, product / (norm * Math.Sqrt(square)));
    }

    /// <summary>What follows the best has as much less confidence as it has less of the members' voices.</summary>
    private RankedIntent[] Rank(EnsembleScores scores, double confidence)
    {
        var ranked = new RankedIntent[Math.Min(scores.Best.Length, Intents)];
        var highest = scores.Total[scores.Best[0]];
        for (var place = 0; place < ranked.Length; place++)
        {
            var intent = scores.Best[place];
            ranked[place] = new RankedIntent(_parts.IntentIds[intent], confidence * Math.Exp(Evidence.Softness * (scores.Total[intent] - highest)));
        }

        return ranked;
    }
}
