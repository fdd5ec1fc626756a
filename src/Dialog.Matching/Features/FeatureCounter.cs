namespace Dialog.Matching.Features;

/// <summary>Counts how often each feature occurs in one text: an open-addressing table that is used again for the next.</summary>
internal sealed class FeatureCounter : IFeatureSink
{
    private uint[] _hashes = new uint[1024];
    private int[] _slots = new int[2048];
    private ushort[] _counts = new ushort[1024];
    private byte[] _blocks = new byte[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, Count);

    public ReadOnlySpan<ushort> Counts => _counts.AsSpan(0, Count);

    public ReadOnlySpan<byte> Blocks => _blocks.AsSpan(0, Count);

    public void Clear()
    {
        Array.Clear(_slots);
        Count = 0;
    }

    /// <summary>Forgets the features of later blocks; to measure what a block is worth.</summary>
    public void KeepBlocksBelow(int block)
    {
        var kept = Count;
        while (kept > 0 && (_blocks[kept - 1] & (FeatureBlocks.Common - 1)) >= block)
            kept--;
        Count = kept;
    }

    public void Add(uint hash, int block, int first, int second)
    {
        var mask = (uint)_slots.Length - 1;
        var slot = hash & mask;
        while (_slots[slot] != 0)
        {
            var at = _slots[slot] - 1;
            if (_hashes[at] == hash)
            {
                if (_counts[at] < ushort.MaxValue)
                    _counts[at]++;
                _blocks[at] &= (byte)block;
                return;
            }

            slot = (slot + 1) & mask;
        }

        if (Count == _hashes.Length)
        {
            Grow();
            Add(hash, block, first, second);
            return;
        }

        _hashes[Count] = hash;
        _counts[Count] = 1;
        _blocks[Count] = (byte)block;
        _slots[slot] = ++Count;
    }

    private void Grow()
    {
        Array.Resize(ref _hashes, _hashes.Length * 2);
        Array.Resize(ref _counts, _hashes.Length);
        Array.Resize(ref _blocks, _hashes.Length);
        _slots = new int[_hashes.Length * 2];
        var mask = (uint)_slots.Length - 1;
        for (var at = 0; at < Count; at++)
        {
            var slot = _hashes[at] & mask;
            while (_slots[slot] != 0)
                slot = (slot + 1) & mask;
            _slots[slot] = at + 1;
        }
    }
}
