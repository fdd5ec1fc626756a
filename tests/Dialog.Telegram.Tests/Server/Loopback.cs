using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Telegram.Tests;

/// <summary>The tests' Bot API behind a real socket of this machine.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _api;

    private Loopback(WebApplication app, BotApi api)
    {
        _app = app;
        _api = new HttpMessageInvoker(api);
    }

    public Uri Address { get; private set; } = null!;

    public static async Task<Loopback> StartAsync(BotApi api)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = new Loopback(builder.Build(), api);
        server._app.Run(server.PassOnAsync);
        await server._app.StartAsync();
        var addresses = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Address = new Uri(addresses.Addresses.Single());
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _api.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/away", StringComparison.Ordinal))
        {
            context.Response.Redirect("/bot1/elsewhere");
            return;
        }
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), Address + context.Request.Path.ToUriComponent().TrimStart('/'))
        {
            Content = new StreamContent(context.Request.Body),
        };
        if (context.Request.ContentType is { } type) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await _api.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
