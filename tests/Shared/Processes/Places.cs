using System.Reflection;

namespace Dialog.Tests.Processes;

/// <summary>Where the tests find what they drive, and where they leave what they saw.</summary>
internal static class Places
{
    public static string Root { get; } = Metadata("Root");

    public static string Server { get; } = Path.Combine(Root, $"src/Dialog.Server/bin/{Metadata("Configuration")}/net10.0/Dialog.Server.dll");

    public static string Browser { get; } = Environment.GetEnvironmentVariable("DIALOG_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>A file under <c>artifacts/</c>, its folder made.</summary>
    public static string Artifact(string path)
    {
        var file = Path.Combine(Root, "artifacts", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    private static string Metadata(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
