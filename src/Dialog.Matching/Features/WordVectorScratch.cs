namespace Dialog.Matching.Features;

/// <summary>What embedding a text writes to; used again for the next.</summary>
internal sealed class WordVectorScratch
{
    private int[] _ids = new int[1024];

    /// <summary>The text's vector.</summary>
    public float[] Text { get; } = new float[WordVectors.Dimensions];

    /// <summary>The known words with their values.</summary>
    public FeatureVector Words { get; } = new();

    /// <summary>What the words' sum was multiplied by to make the text's vector; 0 when nothing was known.</summary>
    public float Factor { get; set; }

    public Span<int> Ids(int count)
    {
        if (_ids.Length < count)
            _ids = new int[count * 2];
        return _ids.AsSpan(0, count);
    }
}
