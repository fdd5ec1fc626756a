using Dialog.Storage.Attachments;

namespace Dialog.AspNetCore.Attachments;

/// <summary>Reads a kept file part by part, from any place in it.</summary>
internal sealed class AttachmentStream(AttachmentStore store, string id, long length) : Stream
{
    private byte[] _part = [];
    private int _loaded = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.IsEmpty)
            return 0;
        var (part, start) = ((int)(Position / Attachment.PartSize), (int)(Position % Attachment.PartSize));
        if (part != _loaded)
        {
            _part = await store.PartAsync(id, part, cancellationToken)
                ?? throw new EndOfStreamException($"The attachment has no part {part}.");
            _loaded = part;
        }

        var piece = _part.AsMemory(start, Math.Min(buffer.Length, _part.Length - start));
        piece.CopyTo(buffer);
        Position += piece.Length;
        return piece.Length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The database is read asynchronously.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
