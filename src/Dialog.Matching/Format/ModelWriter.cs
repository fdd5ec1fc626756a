using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Dialog.Matching.Models;
using Dialog.Matching.Text;

namespace Dialog.Matching.Format;

/// <summary>Writes a model's parts as a <see cref="ModelFile"/>.</summary>
internal sealed class ModelWriter : IDisposable
{
    private readonly MemoryStream _payload = new();

    public static void Write(ModelParts parts, Stream stream)
    {
        using var writer = new ModelWriter();
        writer.Write(parts);
        var payload = writer._payload.GetBuffer().AsSpan(0, (int)writer._payload.Length);
        Span<byte> header = stackalloc byte[ModelFile.HeaderLength];
        ModelFile.Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], ModelFile.Version);
        BinaryPrimitives.WriteInt64LittleEndian(header[12..], payload.Length);
        SHA256.HashData(payload, header[20..]);
        stream.Write(header);
        stream.Write(payload);
    }

    public void Dispose() => _payload.Dispose();

    private void Write(ModelParts parts)
    {
        Write(TextList.From(parts.IntentIds));
        Write(parts.Index.Hashes);
        Write(parts.DocumentFrequency);
        Write<int>([parts.Documents]);
        Write<float>([parts.ExamplesPerIntent]);
        Write<double>(parts.Calibrator.Weights);
        Write<float>(parts.Calibrator.Offsets);
        Write<float>(parts.Curve.Confidences);

        Write(parts.Examples.Texts);
        Write(parts.Examples.Labels);

        Write(parts.Vocabulary.Words);
        Write(parts.Vocabulary.Frequencies);

        var linear = parts.Ensemble.Linear;
        Write(linear.Columns.Places);
        Write(linear.Lengths);
        Write(linear.Classes);
        Write(linear.Weights);
        Write(linear.Scales);
        Write(linear.Bias);

        Write<int>([parts.Ensemble.Members.Length]);
        foreach (var member in parts.Ensemble.Members)
        {
            Write<int>([member.Rank]);
            Write(member.Input);
            Write(member.Scales);
            Write(member.Output);
            Write(member.Bias);
        }
    }

    private void Write(TextList texts)
    {
        Write(texts.Starts);
        Write(texts.Characters);
    }

    private void Write<T>(StoredArray<T> items)
        where T : unmanaged => Write(items.Span);

    private void Write<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, items.Length);
        _payload.Write(length);
        _payload.Write(MemoryMarshal.AsBytes(items));
    }
}
