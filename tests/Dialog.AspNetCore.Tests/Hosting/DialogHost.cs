using Dialog.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dialog.AspNetCore.Tests.Hosting;

/// <summary>
/// Dialog in an app of the test's own, on a free port of this machine. An error in its log fails the test that
/// disposes of it.
/// </summary>
internal sealed class DialogHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder? _ownFolder;
    private readonly ErrorLog _errors = new();

    private DialogHost(
        string prefix, string? folder, TimeProvider? clock, TimeSpan burstWait, bool metrics, long modelMemory, Action<IServiceCollection>? services)
    {
        _ownFolder = folder is null ? new TemporaryFolder() : null;
        Prefix = prefix;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(_errors);
        if (clock is not null)
            builder.Services.AddSingleton(clock);
        builder.Services.AddDialog(options =>
        {
            options.DataFolder = folder ?? _ownFolder!.Path;
            options.BurstWait = burstWait;
            options.Metrics = metrics;
            options.ModelMemory = modelMemory;
        });
        services?.Invoke(builder.Services);
        // Hashing as slowly as in production would be most of the suite's time.
        builder.Services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
        _app = builder.Build();
        _app.MapDialog(prefix);
    }

    public string Prefix { get; }

    /// <summary>Where Dialog is mounted, with a slash at the end.</summary>
    public Uri Address => new($"{_app.Urls.Single()}{Prefix}/");

    public IServiceProvider Services => _app.Services;

    public static async Task<DialogHost> StartAsync(
        string prefix = "", string? folder = null, TimeProvider? clock = null, TimeSpan? burstWait = null, bool metrics = false, long modelMemory = 1L << 30,
        Action<IServiceCollection>? services = null)
    {
        var host = new DialogHost(prefix, folder, clock, burstWait ?? TimeSpan.FromMilliseconds(300), metrics, modelMemory, services);
        await host._app.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _ownFolder?.Dispose();
        Assert.That(_errors.Messages, Is.Empty, "errors in the log");
    }
}
