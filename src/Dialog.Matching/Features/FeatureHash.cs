using System.Runtime.CompilerServices;

namespace Dialog.Matching.Features;

/// <summary>
/// Names a feature by 32 bits of a mixed FNV-1a hash: no strings are kept, and with a hundred thousand known features
/// an unknown one is taken for known once in forty thousand times (feature hashing, Weinberger et al. 2009).
/// </summary>
internal static class FeatureHash
{
    private const ulong Prime = 0x100000001B3;

    public static ulong Seed(int block) => Mix(0xCBF29CE484222325UL + (ulong)block * 0x9E3779B97F4A7C15UL);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong hash, char character) => (hash ^ character) * Prime;

    public static ulong Add(ulong hash, ReadOnlySpan<char> characters)
    {
        foreach (var character in characters)
            hash = Add(hash, character);
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Finish(ulong hash) => (uint)(Mix(hash) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value ^= value >> 33;
        value *= 0xFF51AFD7ED558CCDUL;
        value ^= value >> 33;
        value *= 0xC4CEB9FE1A85EC53UL;
        return value ^ (value >> 33);
    }
}
