using Dialog.Faults.Hosting;

namespace Dialog.Faults;

/// <summary>
/// A data folder with the trained demo shops and an owner, made once for all tests; each test gets a copy, because
/// no test here is about the first start.
/// </summary>
[SetUpFixture]
internal sealed class Premises
{
    private static readonly Dictionary<string, string> Settings = new() { ["DIALOG_VISITOR_LIMITS"] = "off" };
    private static TemporaryFolder? _template;

    public static Owner Owner { get; private set; } = null!;

    /// <summary>Starts a server that does not hold visitors to a pace.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="before">The server whose address it takes over.</param>
    /// <param name="with">Further settings.</param>
    public static Task<ServerProcess> StartAsync(string folder, ServerProcess? before = null, IReadOnlyDictionary<string, string>? with = null) =>
        ServerProcess.StartAsync(
            folder, before?.Address.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0", Settings.Concat(with ?? Settings).DistinctBy(one => one.Key).ToDictionary());

    /// <summary>Copies the data folder.</summary>
    public static void FurnishTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(_template!.Path))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    [OneTimeSetUp]
    public async Task MakeAsync()
    {
        _template = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(_template.Path);
        Owner = await Owner.SignUpAsync(server.Address);
        Assert.That(await server.StopAsync(), Is.Zero);
    }

    [OneTimeTearDown]
    public void Remove() => _template?.Dispose();
}
