using Dialog.Storage.Attachments;

namespace Dialog.AspNetCore.Attachments;

/// <summary>Takes a file's bytes and keeps them part by part.</summary>
internal sealed class AttachmentWriter(AttachmentStore store, string id) : Stream
{
    private readonly byte[] _part = new byte[Attachment.PartSize];
    private int _filled;
    private int _parts;

    /// <summary>The media type the first bytes show; null where they show none that is known.</summary>
    public string? Shown { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => ((long)_parts * Attachment.PartSize) + _filled;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Length + buffer.Length > Limits.AttachmentBytes)
            throw new AttachmentTooLargeException();
        while (!buffer.IsEmpty)
        {
            var piece = buffer[..Math.Min(buffer.Length, _part.Length - _filled)];
            piece.CopyTo(_part.AsMemory(_filled));
            _filled += piece.Length;
            buffer = buffer[piece.Length..];
            if (_filled == _part.Length)
                await PutAsync(cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Keeps what has not filled a part.</summary>
    public Task CompleteAsync(CancellationToken cancellation) => _filled > 0 ? PutAsync(cancellation) : Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The database is written asynchronously.");

    private async Task PutAsync(CancellationToken cancellation)
    {
        if (_parts == 0)
            Shown = ImageTypes.Of(_part.AsSpan(0, _filled));
        await store.WritePartAsync(id, _parts, _part[.._filled], cancellation);
        if (_filled == _part.Length)
            (_parts, _filled) = (_parts + 1, 0);
    }
}

/// <summary>A file is larger than <see cref="Limits.AttachmentBytes"/>.</summary>
internal sealed class AttachmentTooLargeException() : IOException($"The file is larger than {Limits.AttachmentBytes} bytes.");
