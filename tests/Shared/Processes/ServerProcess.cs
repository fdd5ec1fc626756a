using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Dialog.Tests.Processes;

/// <summary>The server as it ships: the built program, a process of its own, a free port, a data folder.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StreamWriter _log;
    private readonly List<string> _errors = [];

    private ServerProcess(string data, string urls, IReadOnlyDictionary<string, string>? settings)
    {
        _log = new StreamWriter(Places.Artifact($"servers/{TestContext.CurrentContext.Test.ID}-{Path.GetFileName(data)}.log"), append: true) { AutoFlush = true };
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", ["exec", Places.Server])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
                Environment = { ["DIALOG_DATA"] = data, ["ASPNETCORE_URLS"] = urls, ["ASPNETCORE_ENVIRONMENT"] = "Production" },
            },
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            _process.StartInfo.Environment[name] = value;
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Complained(line.Data);
    }

    /// <summary>The address it printed once it was ready.</summary>
    public Uri Address { get; private set; } = null!;

    public int Id => _process.Id;

    /// <summary>Starts it and waits for its ready line.</summary>
    public static async Task<ServerProcess> StartAsync(
        string data, string urls = AnyPort, IReadOnlyDictionary<string, string>? settings = null)
    {
        var server = Launch(data, urls, settings);
        var ended = server._process.WaitForExitAsync();
        if (await Task.WhenAny(server._ready.Task, ended).WaitAsync(Patience) == ended)
            throw new InvalidOperationException($"The server ended with code {server._process.ExitCode}: {server.Errors}");
        server.Address = await server._ready.Task;
        return server;
    }

    /// <summary>Starts it where it is expected to give up, and waits for that.</summary>
    public static async Task<(int Code, string Errors)> RefuseAsync(string data, string urls = AnyPort)
    {
        await using var server = Launch(data, urls);
        await server._process.WaitForExitAsync().WaitAsync(Patience);
        return (server._process.ExitCode, server.Errors);
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Takes its power away.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        lock (_log)
            _log.Dispose();
    }

    private string Errors
    {
        get
        {
            lock (_log)
                return string.Join('\n', _errors);
        }
    }

    private static ServerProcess Launch(string data, string urls, IReadOnlyDictionary<string, string>? settings = null)
    {
        Assert.That(Places.Server, Does.Exist, "Build the server first.");
        var server = new ServerProcess(data, urls, settings);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    private void Heard(string? line)
    {
        if (line is null)
            return;
        lock (_log)
            _log.WriteLine(line);
        if (ConsoleAddress().Match(line) is { Success: true } found)
            _ready.TrySetResult(new Uri(found.Groups[1].Value + "/"));
    }

    private void Complained(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_log)
        {
            _log.WriteLine("stderr: " + line);
            _errors.Add(line);
        }
    }

    [GeneratedRegex(@"(http://[^\s/]+)/console")]
    private static partial Regex ConsoleAddress();
}
