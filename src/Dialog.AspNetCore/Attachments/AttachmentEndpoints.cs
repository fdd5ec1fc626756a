using System.Net.Mime;
using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.Storage.Attachments;
using Dialog.Storage.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Dialog.AspNetCore.Attachments;

/// <summary>Files in and out of conversations.</summary>
internal static class AttachmentEndpoints
{
    // What is too large is still read for a while: a browser that is cut off in mid-upload shows a broken connection
    // instead of our words.
    private const int LargestBody = 3 * Limits.AttachmentBytes;
    private const int Megabyte = 1024 * 1024;

    /// <summary>What the team does: below a bot.</summary>
    public static void MapAttachments(this RouteGroupBuilder bot)
    {
        bot.MapPost("/conversations/{conversation}/files", UploadAsync)
            .AllowAgents()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Accepts<Stream>("*/*")
            .WithSummary("Upload a file that an answer will bring");
        bot.MapGet("/files/{file}", ReadAsMemberAsync).AllowAgents().WithSummary("Read a conversation's file");
    }

    /// <summary>What visitors read: the id is random, and only who is in the conversation was told it.</summary>
    public static void MapVisitorsFiles(this RouteGroupBuilder mount) =>
        mount.MapGet("/files/{file}", ReadAsVisitorAsync).ExcludeFromDescription().GuardApi().AllowSignedOut();

    private static async Task<Results<Ok<AttachedFile>, Refusal>> UploadAsync(
        string conversation, [FromQuery] string? name, HttpContext context, Teammate me, ConversationStore conversations,
        AttachmentFiles files, CancellationToken cancellation)
    {
        if (await conversations.FindAsync(me.BotId, conversation, cancellation) is null)
            return CommonProblems.NotFound.Refuse();
        try
        {
            var file = await files.UploadAsync(
                me.BotId, conversation, name, context.Request.ContentType, context.Request.Body, cancellation);
            return file.Size == 0 ? AttachmentProblems.Empty.Refuse() : TypedResults.Ok(AttachedFile.Of(file));
        }
        catch (AttachmentTooLargeException)
        {
            await context.Request.Body.CopyToAsync(Stream.Null, cancellation);
            return AttachmentProblems.TooLarge.Refuse(Limits.AttachmentBytes / Megabyte);
        }
    }

    private static async Task<IResult> ReadAsMemberAsync(
        string file, HttpContext context, Teammate me, AttachmentStore store, AttachmentFiles files, CancellationToken cancellation) =>
        await SendAsync(context, await store.FindAsync(me.BotId, file, cancellation), files);

    private static async Task<IResult> ReadAsVisitorAsync(
        string file, HttpContext context, AttachmentStore store, AttachmentFiles files, CancellationToken cancellation) =>
        await store.FindAsync(file, cancellation) is { State: not AttachmentStates.Uploaded } known
            ? await SendAsync(context, known, files)
            : CommonProblems.NotFound.Refuse();

    private static async Task<IResult> SendAsync(HttpContext context, Attachment? found, AttachmentFiles files)
    {
        if (found is null)
            return CommonProblems.NotFound.Refuse();
        if (await files.HereAsync(found).WaitAsync(context.RequestAborted) is not { } file)
            return AttachmentProblems.NotFetched.Refuse();

        // A stranger's file must never act as a page of this server.
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=31536000, immutable";
        var disposition = new ContentDispositionHeaderValue(
            ImageTypes.IsShown(file.Type) ? DispositionTypeNames.Inline : DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(files.Open(file), file.Type, enableRangeProcessing: true);
    }
}
