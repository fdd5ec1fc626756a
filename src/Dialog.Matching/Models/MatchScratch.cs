using Dialog.Matching.Features;
using Dialog.Matching.Text;

namespace Dialog.Matching.Models;

/// <summary>Everything a match writes to, one for each thread, so that matching allocates nothing but its result.</summary>
internal sealed class MatchScratch
{
    [ThreadStatic]
    private static MatchScratch? _current;

    public static MatchScratch Current => _current ??= new MatchScratch();

    public TextScratch Text { get; } = new();

    public TokenBuffer Tokens { get; set; } = new();

    public FeatureCounter Counter { get; set; } = new();

    public FeatureVector Vector { get; } = new();

    public WordVectorScratch WordVectors { get; } = new();

    public EnsembleScores Scores { get; } = new();

    public float[] Evidence { get; } = new float[Confidence.Evidence.Count];

    public int[] Ids { get; set; } = new int[1024];
}
