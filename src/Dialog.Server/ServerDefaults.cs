using Dialog.AspNetCore;

namespace Dialog.Server;

/// <summary>What the server does when nobody configured anything.</summary>
internal static class ServerDefaults
{
    private const string DefaultAddress = "http://localhost:5080";
    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    public static void UseServerDefaults(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(DefaultAddress);

        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Keys lie in the database beside what they protect; who wants them encrypted configures Data Protection.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A failing start is told in one sentence, see StartFailure; the host would print a stack trace as well.
        builder.Logging.AddFilter(HostLog, LogLevel.None);
    }

    public static void BindTo(this IConfiguration configuration, DialogOptions options)
    {
        options.DataFolder = configuration["DIALOG_DATA"] ?? "data";
        options.Metrics = configuration["DIALOG_METRICS"] == "on";
        options.Messengers.PrivateAddresses = configuration["DIALOG_PRIVATE_ADDRESSES"] == "on";
        options.VisitorLimits = configuration["DIALOG_VISITOR_LIMITS"] != "off";
        if (configuration["DIALOG_PUBLIC_ADDRESS"] is { Length: > 0 } address)
            options.PublicAddress = new Uri(address);
        if (configuration.GetValue("DIALOG_DEMO", defaultValue: true))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "demo"), "*.json").Order(StringComparer.Ordinal))
                options.StarterBots.Add(file);
        }
    }
}
