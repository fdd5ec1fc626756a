using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Dialog.Tests.Messengers;

/// <summary>The npm package telegram-test-api as a process: a Bot API server that somebody else wrote.</summary>
internal sealed class Emulator : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _person = new();

    private Emulator(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;

    public static async Task<Emulator> StartAsync()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Dialog.sln"))) root = Path.GetDirectoryName(root)!;
        var script = Path.Combine(root, "tests", "Shared", "BotApi", "emulator.cjs");
        var emulator = new Emulator(Process.Start(new ProcessStartInfo("node", [script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = root,
        })!);
        var address = await emulator._process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The emulator did not start; tests/prepare.sh installs what it needs.");
        emulator.Address = new Uri(address);
        return emulator;
    }

    /// <summary>A person writes to the bot.</summary>
    public Task WriteAsync(string text) => PostAsync("sendMessage", Envelope("text", text));

    /// <summary>A person presses a button.</summary>
    public Task PressAsync(string data) => PostAsync("sendCallback", Envelope("data", data));

    /// <summary>What the bot has said, as the server keeps it.</summary>
    public async Task<IReadOnlyList<JsonNode>> SaidAsync()
    {
        var history = await PostAsync("getUpdatesHistory", new JsonObject { ["token"] = BotApi.Token });
        return [.. history["result"]!.AsArray().Where(item => item!["message"]?["chat_id"] is not null).Select(item => item!["message"]!)];
    }

    public void Dispose()
    {
        _person.Dispose();
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10))) _process.Kill();
        _process.Dispose();
    }

    private async Task<JsonNode> PostAsync(string path, JsonObject body)
    {
        using var response = await _person.PostAsJsonAsync(new Uri(Address, path), body);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static JsonObject Envelope(string field, string value) => new()
    {
        ["botToken"] = BotApi.Token,
        ["date"] = 1774080000,
        ["from"] = Person(),
        ["chat"] = Chat(),
        ["message"] = new JsonObject { ["from"] = Person(), ["chat"] = Chat() },
        [field] = value,
    };

    private static JsonObject Person() => new() { ["id"] = 42, ["first_name"] = "سارا", ["is_bot"] = false };

    private static JsonObject Chat() => new() { ["id"] = 42, ["first_name"] = "سارا", ["type"] = "private" };
}
