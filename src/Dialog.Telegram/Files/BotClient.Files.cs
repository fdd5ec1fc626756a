using System.Globalization;
using System.Text.Json;

namespace Dialog.Telegram;

public sealed partial class BotClient
{
    /// <summary>Sends a picture as a photo: up to 10 MB, made smaller by the messenger. Otherwise as <see cref="SendDocumentAsync"/>.</summary>
    public Task<Message> SendPhotoAsync(
        long chat, OutgoingFile photo, MessageText? caption = null, InlineKeyboard? keyboard = null, CancellationToken cancellation = default) =>
        SendFileAsync("sendPhoto", "photo", chat, photo, Provider.PhotoBytes, caption, keyboard, cancellation);

    /// <summary>Sends a file as it is, up to 50 MB. Fails with <see cref="BotProblem.TooLarge"/> before anything is sent where the stream tells its length.</summary>
    /// <param name="chat">The chat's id.</param>
    /// <param name="document">The file.</param>
    /// <param name="caption">Up to 1,024 units.</param>
    /// <param name="keyboard">Buttons below it.</param>
    /// <param name="cancellation">Takes it out of the queue, or stops it.</param>
    /// <exception cref="ArgumentException">The caption is empty or too long.</exception>
    public Task<Message> SendDocumentAsync(
        long chat, OutgoingFile document, MessageText? caption = null, InlineKeyboard? keyboard = null, CancellationToken cancellation = default) =>
        SendFileAsync("sendDocument", "document", chat, document, Provider.UploadBytes, caption, keyboard, cancellation);

    /// <summary>Prepares a file to be fetched; the answer holds for an hour at least.</summary>
    public Task<BotFile> GetFileAsync(string fileId, CancellationToken cancellation = default) =>
        CallAsync("getFile", new GetFileArguments(fileId), BotJson.Default.BotFile, cancellation);

    /// <summary>
    /// Copies a file to a stream, as it comes. Fails with <see cref="BotProblem.TooLarge"/> past what the messenger promises
    /// (20 MB), whatever length it had told; what was copied until then is to be thrown away.
    /// </summary>
    public async Task DownloadAsync(BotFile file, Stream target, CancellationToken cancellation = default)
    {
        if (file.FileSize > Provider.DownloadBytes) throw TooLarge(BotTransport.Download, Provider.DownloadBytes);
        if (string.IsNullOrEmpty(file.FilePath) || file.FilePath.Split('/').Any(part => part is "" or "." or ".."))
            throw new BotApiException(BotTransport.Download, new BotProblem.Refused(400, "The file has no path to fetch it at."));
        var opening = new CallRules(BotTransport.Download, Options.CallTimeout);
        using var response = await _resilience.RunAsync(opening, inner => _transport.OpenAsync(file.FilePath, inner), cancellation);
        var copying = new CallRules(BotTransport.Download, Options.TransferTimeout) { Once = true };
        await _resilience.RunAsync(copying, async inner =>
        {
            await using var body = await response.Content.ReadAsStreamAsync(inner);
            return await CopyAsync(body, target, inner);
        }, cancellation);
    }

    private async Task<long> CopyAsync(Stream body, Stream target, CancellationToken cancellation)
    {
        var buffer = new byte[81920];
        var copied = 0L;
        // Only the network's failures are the network's: a full disk stays what it is.
        while (await _transport.GuardAsync(BotTransport.Download, async () => await body.ReadAsync(buffer, cancellation), cancellation) is var read and > 0)
        {
            copied += read;
            if (copied > Provider.DownloadBytes) throw TooLarge(BotTransport.Download, Provider.DownloadBytes);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return copied;
    }

    private Task<Message> SendFileAsync(string method, string field, long chat, OutgoingFile file, long limit,
        MessageText? caption, InlineKeyboard? keyboard, CancellationToken cancellation)
    {
        if (caption is not null) Check(caption, Provider.CaptionLength);
        var start = file.Content.CanSeek ? file.Content.Position : 0;
        if (file.Content.CanSeek && file.Content.Length - start > limit)
            return Task.FromException<Message>(TooLarge(method, limit));
        var rules = new CallRules(method, Options.TransferTimeout) { Counted = true, Repeatable = false, Replayable = file.Content.CanSeek };
        return SendAsync(chat, inner => caption is null
            ? UploadAsync(null, null, inner)
            : MarkedUpAsync(caption, Provider.CaptionLength, (words, mode) => UploadAsync(words, mode, inner), again: file.Content.CanSeek), cancellation);

        Task<JsonElement> UploadAsync(string? words, string? mode, CancellationToken inner) => _resilience.RunAsync(rules, attempt =>
            _transport.CallAsync(method, UploadContent.Form(field, file, start,
            [
                new("chat_id", chat.ToString(CultureInfo.InvariantCulture)),
                new("caption", words),
                new("parse_mode", mode),
                new("reply_markup", keyboard is null ? null : JsonSerializer.Serialize(keyboard, BotJson.Default.InlineKeyboard)),
            ]), attempt), inner);
    }

    private static BotApiException TooLarge(string method, long limit) => new(method, new BotProblem.TooLarge(limit));
}
