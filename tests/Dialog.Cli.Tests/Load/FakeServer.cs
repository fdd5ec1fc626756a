using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dialog.Cli.Tests.Load;

/// <summary>A server of the test's own on a free port of this machine.</summary>
internal sealed class FakeServer(WebApplication app) : IAsyncDisposable
{
    public string Address => app.Urls.Single();

    /// <summary>A hub that does one thing wrong.</summary>
    public static Task<FakeServer> WithHubAsync(Fault fault) => StartAsync(
        services =>
        {
            services.AddSignalR();
            services.AddSingleton<FakeLogs>();
            services.AddSingleton(typeof(Fault), fault);
        },
        web => web.MapHub<FakeHub>("/hubs/chat"));

    public static async Task<FakeServer> StartAsync(Action<IServiceCollection> configure, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        configure(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new FakeServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
