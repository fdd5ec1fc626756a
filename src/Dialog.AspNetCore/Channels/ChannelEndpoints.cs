using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.AspNetCore.Web;
using Dialog.Storage;
using Dialog.Storage.Channels;
using Dialog.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

internal static class ChannelEndpoints
{
    public static void MapChannels(this RouteGroupBuilder bot)
    {
        bot.MapGet("/channels", ListAsync).WithSummary("The messengers' accounts connected to the bot").AllowAgents();
        bot.MapPost("/channels", ConnectAsync).WithSummary("Connect an account of a messenger");
        bot.MapPatch("/channels/{channel}", ChangeAsync).WithSummary("Change how an account is reached, received, or whether it is on");
        bot.MapDelete("/channels/{channel}", DisconnectAsync).WithSummary("Disconnect an account; its conversations stay");
        bot.MapGet("/channels/{channel}/picture", PictureAsync).WithSummary("The account's picture").AllowAgents();
    }

    private static async Task<Ok<ChannelList>> ListAsync(Teammate me, HttpContext context, ChannelDesk desk, CancellationToken cancellation) =>
        TypedResults.Ok(new ChannelList(await desk.ListAsync(me.BotId, Caller(context), cancellation)));

    private static async Task<Results<Created<ChannelView>, Refusal>> ConnectAsync(
        NewChannel request, Teammate me, HttpContext context, ChannelDesk desk, CancellationToken cancellation)
    {
        var (channel, refusal) = await desk.ConnectAsync(me.BotId, request, Caller(context), cancellation);
        return refusal is not null
            ? refusal
            : TypedResults.Created((string?)null, await desk.ViewAsync(channel!, Caller(context), cancellation));
    }

    private static async Task<Results<Ok<ChannelView>, Refusal>> ChangeAsync(
        string channel, ChannelPatch change, Teammate me, HttpContext context, ChannelDesk desk, CancellationToken cancellation)
    {
        var (changed, refusal) = await desk.ChangeAsync(me.BotId, channel, change, Caller(context), cancellation);
        return refusal is not null ? refusal : TypedResults.Ok(await desk.ViewAsync(changed!, Caller(context), cancellation));
    }

    private static async Task<Results<NoContent, Refusal>> DisconnectAsync(
        string channel, Teammate me, ChannelDesk desk, CancellationToken cancellation) =>
        await desk.DisconnectAsync(me.BotId, channel, cancellation) ? TypedResults.NoContent() : CommonProblems.NotFound.Refuse();

    private static async Task<Results<FileContentHttpResult, Refusal>> PictureAsync(
        string channel, Teammate me, HttpContext context, ChannelStore channels, CancellationToken cancellation)
    {
        if (await channels.PictureAsync(me.BotId, channel, cancellation) is not { } picture || ImageTypes.Of(picture) is not { } type)
            return CommonProblems.NotFound.Refuse();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "private, max-age=300";
        return TypedResults.File(picture, type);
    }

    private static ChannelCaller Caller(HttpContext context) => new(Language.Of(context), new Uri(Mount.Address(context, "")));
}

/// <summary>Who asks: in which language, and at which address of the server.</summary>
internal sealed record ChannelCaller(string Language, Uri Address);
