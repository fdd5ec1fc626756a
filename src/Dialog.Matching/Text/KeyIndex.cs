using System.Runtime.InteropServices;

namespace Dialog.Matching.Text;

/// <summary>From a key to the words that have it, as two sorted arrays.</summary>
internal sealed class KeyIndex
{
    private readonly uint[] _keys;
    private readonly int[] _words;

    /// <param name="entries">Key in the upper half, the word's number in the lower; in any order.</param>
    public KeyIndex(List<ulong> entries)
    {
        var sorted = CollectionsMarshal.AsSpan(entries);
        sorted.Sort();
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
                sorted[count++] = sorted[i];
        }

        _keys = new uint[count];
        _words = new int[count];
        for (var i = 0; i < count; i++)
            (_keys[i], _words[i]) = ((uint)(sorted[i] >> 32), (int)(uint)sorted[i]);
    }

    public static ulong Entry(uint key, int word) => ((ulong)key << 32) | (uint)word;

    /// <summary>The numbers of the words that have the key, ascending.</summary>
    public ReadOnlySpan<int> Find(uint key)
    {
        var start = 0;
        for (var length = _keys.Length; length > 0;)
        {
            var half = length / 2;
            if (_keys[start + half] < key)
                (start, length) = (start + half + 1, length - half - 1);
            else
                length = half;
        }

        var end = start;
        while (end < _keys.Length && _keys[end] == key)
            end++;
        return _words.AsSpan(start, end - start);
    }
}
