using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Tests.Messengers;

/// <summary>The tests' Bot API behind a real socket of this machine; one that can refuse connections for a while.</summary>
internal sealed class BotApiServer : IAsyncDisposable
{
    private readonly HttpMessageInvoker _api;
    private WebApplication? _app;

    private BotApiServer(HttpMessageHandler api) => _api = new HttpMessageInvoker(api, disposeHandler: false);

    public Uri Address { get; private set; } = null!;

    /// <summary>Listens, on a free port unless one is given.</summary>
    public static async Task<BotApiServer> StartAsync(HttpMessageHandler api, int port = 0)
    {
        var server = new BotApiServer(api) { Address = new Uri($"http://127.0.0.1:{port}") };
        await server.ListenAsync();
        return server;
    }

    /// <summary>Listens again, at the address it had.</summary>
    public async Task ListenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(Address.GetLeftPart(UriPartial.Authority)).ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Run(PassOnAsync);
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.Single());
    }

    /// <summary>Refuses connections from now on and cuts those it has.</summary>
    public async Task RefuseAsync()
    {
        if (_app is not { } app) return;
        _app = null;
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await RefuseAsync();
        _api.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/away", StringComparison.Ordinal))
        {
            context.Response.Redirect("/bot1/elsewhere");
            return;
        }
        var stopping = context.RequestServices.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().ApplicationStopping;
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await AnswerAsync(context, cut.Token);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            context.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext context, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), Address + context.Request.Path.ToUriComponent().TrimStart('/'))
        {
            Content = new StreamContent(context.Request.Body),
        };
        if (context.Request.ContentType is { } type) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await _api.SendAsync(request, cancellation);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body, cancellation);
    }
}
