namespace Dialog.Matching.Text;

/// <summary>The tokens of one text, one after the other in a buffer that is used again for the next text.</summary>
internal sealed class TokenBuffer
{
    private char[] _characters = new char[256];
    private int[] _starts = new int[64];
    private int _length;

    private bool[] _common = new bool[64];

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int token] =>
        _characters.AsSpan(_starts[token], _starts[token + 1] - _starts[token]);

    /// <summary>Whether the token is a word that says little about what is wanted.</summary>
    public bool IsCommon(int token) => _common[token];

    /// <summary>Marks each token that says little.</summary>
    public void MarkCommon()
    {
        if (_common.Length < Count)
            _common = new bool[_starts.Length];
        for (var token = 0; token < Count; token++)
            _common[token] = CommonWords.Contains(this[token]);
    }

    public void Clear()
    {
        Count = 0;
        _length = 0;
    }

    public void Add(ReadOnlySpan<char> token)
    {
        if (_length + token.Length > _characters.Length)
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _length + token.Length));
        if (Count + 2 > _starts.Length)
            Array.Resize(ref _starts, _starts.Length * 2);

        token.CopyTo(_characters.AsSpan(_length));
        _starts[Count] = _length;
        _length += token.Length;
        Count++;
        _starts[Count] = _length;
    }

    /// <summary>Lengthens the last token; with none yet, starts one.</summary>
    public void Append(ReadOnlySpan<char> more)
    {
        if (Count == 0)
        {
            Add(more);
            return;
        }

        var last = --Count;
        var start = _starts[last];
        if (_length + more.Length > _characters.Length)
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _length + more.Length));
        more.CopyTo(_characters.AsSpan(_length));
        _length += more.Length;
        _starts[last] = start;
        Count++;
        _starts[Count] = _length;
    }

    public string Join(char separator = ' ')
    {
        var text = new System.Text.StringBuilder();
        for (var token = 0; token < Count; token++)
        {
            if (token > 0)
                text.Append(separator);
            text.Append(this[token]);
        }

        return text.ToString();
    }
}
