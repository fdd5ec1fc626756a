using System.Text;
using Dialog.AspNetCore.Bots;
using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.Storage.Bots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dialog.AspNetCore.Web;

/// <summary>What browsers load: the widget, its panel, the console.</summary>
internal static class WebEndpoints
{
    // Mantine sets style attributes; scripts come from files only.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self' ws: wss:; object-src 'none'; form-action 'self'; ";

    public static void MapWeb(this RouteGroupBuilder mount)
    {
        var files = mount.MapGroup("").ExcludeFromDescription();
        files.MapMethods("/widget.js", ["GET", "HEAD"], (HttpContext context, WebAssets assets) => SendAsync(context, assets, "widget/widget.js"));
        files.MapMethods("/widget/panel", ["GET", "HEAD"], PanelAsync);
        files.MapMethods("/widget/assets/{**path}", ["GET", "HEAD"], (string path, HttpContext context, WebAssets assets) => SendAsync(context, assets, "widget/panel/assets/" + path));
        files.MapMethods("/console", ["GET", "HEAD"], ConsoleAsync);
        files.MapMethods("/console/{**path}", ["GET", "HEAD"], ConsoleAsync);
        mount.MapGet("/api/widget/{key}", WidgetAsync).WithSummary("What the widget shows before it connects").WithTags("widget").GuardApi().AllowSignedOut();
    }

    private static async Task<Results<Ok<WidgetView>, Refusal>> WidgetAsync(
        string key, HttpContext context, BotStore bots, CancellationToken cancellation)
    {
        // Public by nature: the loader runs in pages of other origins and learns what any visitor sees.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return await bots.FindByKeyAsync(key, cancellation) is { } bot
            ? TypedResults.Ok(new WidgetView(bot.PublicKey, bot.Name, bot.Language, bot.Greeting))
            : BotProblems.UnknownBot.Refuse();
    }

    private static Task PanelAsync(HttpContext context, WebAssets assets)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentPolicy + "base-uri 'none'; frame-ancestors *";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return SendAsync(context, assets, "widget/panel/index.html");
    }

    private static Task ConsoleAsync(HttpContext context, WebAssets assets, string path = "")
    {
        if (context.Request.Path.Value!.EndsWith("/console", StringComparison.Ordinal))
        {
            context.Response.Redirect(Mount.Path(context, "/console/"));
            return Task.CompletedTask;
        }

        if (path.StartsWith("assets/", StringComparison.Ordinal) || Path.HasExtension(path))
            return SendAsync(context, assets, "console/" + path);

        context.Response.Headers.ContentSecurityPolicy = ContentPolicy + "base-uri 'self'; frame-ancestors 'none'";
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        return ConsolePage(context, assets).SendAsync(context);
    }

    // The one page of the console learns where it is mounted, as its addresses are relative to that.
    private static Asset ConsolePage(HttpContext context, WebAssets assets)
    {
        var page = Encoding.UTF8.GetString(assets.Find("console/index.html")!.Bytes);
        var mounted = page.Replace("<base href=\"/\"", $"<base href=\"{Mount.Path(context, "/console/")}\"", StringComparison.Ordinal);
        return Asset.Of("index.html", Encoding.UTF8.GetBytes(mounted), "text/html");
    }

    private static Task SendAsync(HttpContext context, WebAssets assets, string path) =>
        assets.Find(path) is { } asset ? asset.SendAsync(context) : CommonProblems.NotFound.Refuse().ExecuteAsync(context);
}

/// <summary>What the widget shows before it connects.</summary>
public sealed record WidgetView(string Key, string Name, string Language, string Greeting);
