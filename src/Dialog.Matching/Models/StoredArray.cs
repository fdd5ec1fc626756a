using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dialog.Matching.Models;

/// <summary>
/// Numbers that lie in a stretch of bytes. A model that is read keeps the bytes of its file and nothing else of any size: no
/// number is copied, and the collector has one block to care for instead of dozens.
/// </summary>
/// <typeparam name="T">Little-endian, as all machines are that .NET runs on.</typeparam>
internal readonly struct StoredArray<T>
    where T : unmanaged
{
    private readonly byte[]? _bytes;
    private readonly int _start;

    /// <param name="bytes">Where the numbers are; not changed afterwards.</param>
    /// <param name="start">The place of the first.</param>
    /// <param name="length">How many there are.</param>
    public unsafe StoredArray(byte[] bytes, int start, int length)
    {
        // Whoever reads the span relies on it.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, bytes.AsSpan(start).Length / sizeof(T));
        (_bytes, _start, Length) = (bytes, start, length);
    }

    public int Length { get; }

    /// <summary>Bytes they take.</summary>
    public unsafe long Size => (long)Length * sizeof(T);

    public ReadOnlySpan<T> Span => Length == 0
        ? default
        : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes!), _start)), Length);

    public T this[int place] => Span[place];

    public static implicit operator StoredArray<T>(T[] numbers) => From(numbers);

    public static StoredArray<T> From(ReadOnlySpan<T> numbers) => new(MemoryMarshal.AsBytes(numbers).ToArray(), 0, numbers.Length);
}
