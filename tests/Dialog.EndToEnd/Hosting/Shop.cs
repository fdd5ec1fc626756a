using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dialog.EndToEnd.Hosting;

/// <summary>A business's own website, on an origin of its own, with nothing of Dialog but the snippet.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Shop(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<Shop> OpenAsync(string snippet, string language)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentType = context.Request.Path == "/" ? "text/html; charset=utf-8" : "text/plain";
            await context.Response.WriteAsync(context.Request.Path == "/" ? Page(snippet, language) : "");
        });
        await app.StartAsync();
        return new Shop(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Page(string snippet, string language) => $$"""
        <!doctype html>
        <html lang="{{language}}" dir="{{(language == "fa" ? "rtl" : "ltr")}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{(language == "fa" ? "گل‌فروشی نسترن" : "Marlow Flowers")}}</title>
        <style>body { font: 1.1rem/1.8 sans-serif; max-inline-size: 40rem; margin: 3rem auto; padding: 0 1rem; background: #fdfbf7 }</style>
        </head>
        <body>
        <h1>{{(language == "fa" ? "گل‌فروشی نسترن" : "Marlow Flowers")}}</h1>
        <p>{{(language == "fa" ? "گل تازه، همان روز، درِ خانه‌ی شما." : "Fresh flowers, the same day, at your door.")}}</p>
        {{snippet}}
        </body>
        </html>
        """;
}
