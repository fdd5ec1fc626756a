using Dialog.AspNetCore.Problems;
using Dialog.Storage;
using Dialog.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dialog.AspNetCore.Channels;

/// <summary>
/// Where messengers deliver. What is not answered with 200 comes again, so 200 means: it is on the disk. A call
/// without the right key and secret finds nothing.
/// </summary>
internal static class HookEndpoint
{
    /// <summary>The path below the mount; the key follows.</summary>
    public const string Path = "/hooks/";

    public static void MapHooks(this RouteGroupBuilder mount) =>
        mount.MapPost(Path + "{key}", ReceiveAsync)
            .WithMetadata(new RequestSizeLimitAttribute(Limits.RequestBytes)).ExcludeFromDescription();

    private static async Task ReceiveAsync(string key, HttpContext context, ChannelService channels)
    {
        if (channels.OfHook(key, context.Request.Headers[WebhookSecret.Header]) is not { } channel)
        {
            await CommonProblems.NotFound.Refuse().ExecuteAsync(context);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (Update.Read(body.GetBuffer().AsMemory(0, (int)body.Length)) is not { } update)
        {
            await CommonProblems.Malformed.Refuse().ExecuteAsync(context);
            return;
        }

        try
        {
            await channel.Inbox.StoreAsync([update], CancellationToken.None);
        }
        catch (DatabaseUnavailableException)
        {
            await CommonProblems.Unavailable.Refuse().ExecuteAsync(context);
        }
    }
}
