namespace Dialog.Matching.Features;

/// <summary>The known features of one text with their values, and how much of the text is known at all.</summary>
internal sealed class FeatureVector
{
    private int[] _ids = new int[512];
    private float[] _values = new float[512];
    private byte[] _blocks = new byte[512];

    public int Count { get; private set; }

    /// <summary>The share of the squared norm that known features have, 0 to 1.</summary>
    public float Known { get; set; }

    /// <summary>How much of a text's vector counts. The power was chosen on validation parts.</summary>
    public float VectorShare => Known * MathF.Sqrt(Known);

    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, Count);

    public ReadOnlySpan<byte> Blocks => _blocks.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int id, float value, byte block)
    {
        if (Count == _ids.Length)
        {
            Array.Resize(ref _ids, Count * 2);
            Array.Resize(ref _values, Count * 2);
            Array.Resize(ref _blocks, Count * 2);
        }

        _ids[Count] = id;
        _blocks[Count] = block;
        _values[Count++] = value;
    }

    /// <summary>
    /// Adds a text's vector, one feature a dimension, as far as the text is known: what the language knows of a foreign message
    /// must not make a bot sure of it.
    /// </summary>
    /// <param name="ids">The features that stand for the dimensions.</param>
    /// <param name="values">The vector.</param>
    public void AddVector(ReadOnlySpan<int> ids, ReadOnlySpan<float> values)
    {
        var share = VectorShare;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                Add(ids[i], values[i] * share, FeatureBlocks.Vectors);
        }
    }

    /// <summary>Multiplies each value by the factor of its block.</summary>
    public void Scale(ReadOnlySpan<float> factors)
    {
        for (var i = 0; i < Count; i++)
            _values[i] *= factors[_blocks[i]];
    }
}
