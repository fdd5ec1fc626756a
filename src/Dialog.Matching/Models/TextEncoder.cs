using Dialog.Matching.Features;
using Dialog.Matching.Text;

namespace Dialog.Matching.Models;

/// <summary>Text to feature vector: the pipeline, the blocks and the weighing in one go.</summary>
internal sealed class TextEncoder(TextPipeline pipeline, FeatureIndex index, Vectorizer vectorizer)
{
    private readonly int[] _dimensions = Array.ConvertAll(WordVectors.Hashes, index.Find);
    private readonly bool _hasVectors = index.Find(WordVectors.Hashes[0]) >= 0;

    /// <summary>Leaves tokens and vector in <paramref name="scratch"/>.</summary>
    public void Encode(string text, MatchScratch scratch)
    {
        scratch.Tokens = pipeline.Run(text, scratch.Text);
        var counter = scratch.Counter;
        counter.Clear();
        FeatureBlocks.Extract(scratch.Tokens, ref counter);
        var hashes = counter.Hashes;
        if (scratch.Ids.Length < hashes.Length)
            scratch.Ids = new int[hashes.Length * 2];
        for (var i = 0; i < hashes.Length; i++)
            scratch.Ids[i] = index.Find(hashes[i]);
        vectorizer.Vectorize(scratch.Ids.AsSpan(0, hashes.Length), counter.Counts, counter.Blocks, scratch.Vector);
        if (!_hasVectors)
            return;
        WordVectors.Current.Embed(counter, scratch.WordVectors);
        scratch.Vector.AddVector(_dimensions, scratch.WordVectors.Text);
    }
}
