using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Dialog.Storage;
using Dialog.Storage.Attachments;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dialog.AspNetCore.Attachments;

/// <summary>Fetches the bytes of a file that a messenger still has.</summary>
internal interface IAttachmentSource
{
    /// <summary>Copies them; any exception means that they can't be had at the moment.</summary>
    Task CopyAsync(Attachment attachment, Stream target, CancellationToken cancellation);
}

/// <summary>
/// The files of conversations. What a messenger has is fetched in the background as soon as its message is in the
/// log, after a restart too, and at once when somebody wants to see it.
/// </summary>
internal sealed class AttachmentFiles(
    AttachmentStore store, IAttachmentSource source, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<AttachmentFiles> logger)
    : BackgroundService
{
    private const string Unknown = "application/octet-stream";
    private const int FetchesAtOnce = 4;
    private readonly ConcurrentDictionary<string, Lazy<Task<Attachment?>>> _fetches = new();
    private readonly SemaphoreSlim _room = new(FetchesAtOnce);

    /// <summary>Takes an upload that a message will have.</summary>
    /// <exception cref="AttachmentTooLargeException">It is larger than <see cref="Limits.AttachmentBytes"/>; nothing is kept.</exception>
    /// <returns>Its row; a size of 0 means that nothing came.</returns>
    public async Task<Attachment> UploadAsync(
        string botId, string conversationId, string? name, string? type, Stream body, CancellationToken cancellation)
    {
        var attachment = new Attachment
        {
            BotId = botId, ConversationId = conversationId, Name = AttachmentNames.Clean(name), Type = Unknown, CreatedAt = Timestamp.Now(clock),
        };
        await store.AddAsync(attachment, cancellation);
        try
        {
            return await FillAsync(attachment with { Type = Declared(type) }, target => body.CopyToAsync(target, cancellation), cancellation);
        }
        catch (AttachmentTooLargeException)
        {
            await store.DeleteAsync(attachment.Id, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Notes a file that a messenger has, before the message that brings it is appended.</summary>
    /// <param name="attachment">With its source; its name and type are made safe.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public async Task<Attachment> NoteAsync(Attachment attachment, CancellationToken cancellation)
    {
        var noted = attachment with
        {
            Name = AttachmentNames.Clean(attachment.Name),
            Type = Declared(attachment.Type),
            State = AttachmentStates.Remote,
            CreatedAt = Timestamp.Now(clock),
        };
        await store.AddAsync(noted, cancellation);
        _ = FetchAsync(noted);
        return noted;
    }

    /// <summary>The file with its bytes here; null when the messenger does not give them.</summary>
    public Task<Attachment?> HereAsync(Attachment attachment) =>
        attachment.State == AttachmentStates.Remote ? FetchAsync(attachment) : Task.FromResult<Attachment?>(attachment);

    /// <summary>Reads a file whose bytes are here.</summary>
    public Stream Open(Attachment attachment) => new AttachmentStream(store, attachment.Id, attachment.Size);

    public override void Dispose()
    {
        _room.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Limits.UnusedUpload / 4, clock);
        do
            await TidyAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TidyAsync(CancellationToken stopping)
    {
        try
        {
            foreach (var attachment in await store.RemoteAsync(stopping))
                _ = FetchAsync(attachment);
            await store.DeleteUnusedAsync(Timestamp.From(clock.GetUtcNow() - Limits.UnusedUpload), stopping);
        }
        catch (DatabaseUnavailableException error)
        {
            logger.AttachmentsUntidied(error.Message);
        }
    }

    // Whoever else wants the same file meanwhile waits for the same fetch.
    private Task<Attachment?> FetchAsync(Attachment attachment) =>
        _fetches.GetOrAdd(attachment.Id, _ => new Lazy<Task<Attachment?>>(() => Task.Run(() => FetchOnceAsync(attachment)))).Value;

    private async Task<Attachment?> FetchOnceAsync(Attachment attachment)
    {
        var stopping = lifetime.ApplicationStopping;
        await _room.WaitAsync(stopping);
        try
        {
            return await FillAsync(attachment, target => source.CopyAsync(attachment, target, stopping), stopping);
        }
#pragma warning disable CA1031 // Whatever keeps a file away, the conversation goes on without it; it is logged and told to who asks.
        catch (Exception error)
#pragma warning restore CA1031
        {
            logger.AttachmentNotFetched(attachment.BotId, attachment.Id, error.Message);
            return null;
        }
        finally
        {
            _fetches.TryRemove(attachment.Id, out var _);
            _room.Release();
        }
    }

    private async Task<Attachment> FillAsync(Attachment attachment, Func<Stream, Task> copy, CancellationToken cancellation)
    {
        await using var writer = new AttachmentWriter(store, attachment.Id);
        await copy(writer);
        await writer.CompleteAsync(cancellation);
        // Who says "picture" and sends none gets a download.
        var type = writer.Shown ?? (ImageTypes.IsShown(attachment.Type) ? Unknown : attachment.Type);
        await store.ArrivedAsync(attachment.Id, type, writer.Length, cancellation);
        var state = attachment.State == AttachmentStates.Remote ? AttachmentStates.Kept : attachment.State;
        return attachment with { Type = type, Size = writer.Length, State = state, Source = null };
    }

    private static string Declared(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed) && parsed.MediaType is { Length: <= Limits.NameLength } known
            ? known.ToLowerInvariant()
            : Unknown;
}
