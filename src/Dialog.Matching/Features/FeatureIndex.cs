using System.Numerics;
using Dialog.Matching.Models;

namespace Dialog.Matching.Features;

/// <summary>Hash to feature number: the hashes in order, and for each leading bit pattern where it starts.</summary>
internal sealed class FeatureIndex
{
    private readonly StoredArray<uint> _hashes;
    private readonly int[] _starts;
    private readonly int _shift;

    /// <param name="hashes">Distinct and ascending; a feature's number is its place.</param>
    public FeatureIndex(StoredArray<uint> hashes)
    {
        _hashes = hashes;
        var bits = Math.Clamp(BitOperations.Log2((uint)hashes.Length + 1) - 1, 1, 20);
        _shift = 32 - bits;
        _starts = new int[(1 << bits) + 1];
        foreach (var hash in hashes.Span)
            _starts[(hash >> _shift) + 1]++;
        for (var i = 1; i < _starts.Length; i++)
            _starts[i] += _starts[i - 1];
    }

    /// <summary>Bytes it takes.</summary>
    public long Size => _hashes.Size + (sizeof(int) * (long)_starts.Length);

    public int Count => _hashes.Length;

    public ReadOnlySpan<uint> Hashes => _hashes.Span;

    /// <summary>The feature's number, or -1 when it is not known.</summary>
    public int Find(uint hash)
    {
        var bucket = hash >> _shift;
        var start = _starts[bucket];
        var hashes = _hashes.Span[start.._starts[bucket + 1]];
        for (var i = 0; i < hashes.Length; i++)
        {
            if (hashes[i] >= hash)
                return hashes[i] == hash ? start + i : -1;
        }

        return -1;
    }
}
