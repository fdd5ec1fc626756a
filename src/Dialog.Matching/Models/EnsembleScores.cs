namespace Dialog.Matching.Models;

/// <summary>What the members said of one text; used again for the next.</summary>
internal sealed class EnsembleScores
{
    private int[] _places = [];
    private float[] _linear = [];
    private float[] _total = [];
    private float[] _scratch = [];
    private float[] _members = [];
    private float[] _memberSums = [];
    private int _classes;

    public Span<float> Linear => _linear.AsSpan(0, _classes);

    public Span<float> Total => _total.AsSpan(0, _classes);

    public Span<float> Scratch => _scratch.AsSpan(0, _classes);

    public Span<float> MemberSums => _memberSums.AsSpan(0, Members);

    /// <summary>Room for so many numbers of columns.</summary>
    public Span<int> Places(int count)
    {
        if (_places.Length < count)
            _places = new int[count * 2];
        return _places.AsSpan(0, count);
    }

    public float[] Hidden { get; } = new float[64];

    public int Members { get; private set; }

    /// <summary>The three best classes, best first; -1 where there are fewer.</summary>
    public int[] Best { get; } = [-1, -1, -1];

    public Span<float> Member(int member) => _members.AsSpan(member * _classes, _classes);

    public void Resize(int classes, int members)
    {
        if (_linear.Length < classes)
        {
            _linear = new float[classes];
            _total = new float[classes];
            _scratch = new float[classes];
        }

        if (_members.Length < classes * members)
            _members = new float[classes * members];
        if (_memberSums.Length < members)
            _memberSums = new float[members];
        _classes = classes;
        Members = members;
    }

    /// <summary>Finds the three best; of equals the earlier class comes first.</summary>
    public void Rank()
    {
        Best.AsSpan().Fill(-1);
        var total = Total;
        for (var k = 0; k < total.Length; k++)
        {
            for (var place = 0; place < Best.Length; place++)
            {
                if (Best[place] >= 0 && total[k] <= total[Best[place]])
                    continue;
                for (var later = Best.Length - 1; later > place; later--)
                    Best[later] = Best[later - 1];
                Best[place] = k;
                break;
            }
        }
    }
}
