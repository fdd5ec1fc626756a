using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Dialog.Faults.Hosting;
using Microsoft.Data.Sqlite;

namespace Dialog.Faults.Channels;

/// <summary>The English demo shop as a process, with an account of the tests' own messenger connected to it.</summary>
internal sealed class Messenger : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["DIALOG_PUBLIC_ADDRESS"] = "https://dialog.example",
        ["DIALOG_PRIVATE_ADDRESSES"] = "on",
        ["DIALOG_METRICS"] = "on",
    };

    private readonly DataFolder _data = new();
    private readonly Dictionary<string, string> _answers = [];
    private ServerProcess _dialog = null!;
    private WebhookCaller? _caller;

    private Messenger()
    {
    }

    public BotApi Api { get; } = new(TimeProvider.System);

    /// <summary>The messenger's address; it can refuse connections for a while.</summary>
    public BotApiServer Address { get; private set; } = null!;

    /// <summary>Calls of the webhook that were not taken.</summary>
    public int Refused => _caller?.Refused ?? 0;

    public static async Task<Messenger> OpenAsync(bool callsWebhook = false)
    {
        var messenger = new Messenger();
        messenger.Address = await BotApiServer.StartAsync(messenger.Api);
        messenger._dialog = await Premises.StartAsync(messenger._data.Path, with: Settings);
        using var owner = await messenger.OwnerAsync();
        var channel = await Owner.PostAsync(owner, $"api/bots/{Premises.Owner.Bot}/channels", new
        {
            provider = "telegram", token = BotApi.Token, baseAddress = messenger.Address.Address, fileAddress = new Uri(messenger.Address.Address, "file"),
        });
        for (var i = 0; i < DemoShop.Count; i++)
            messenger._answers[DemoShop.Question(i)] = (await Owner.PostAsync(owner, $"api/bots/{Premises.Owner.Bot}/try", new { text = DemoShop.Question(i) })).GetProperty("answer").GetString()!;
        if (callsWebhook)
        {
            var path = $"api/bots/{Premises.Owner.Bot}/channels/{channel.GetProperty("id").GetString()}";
            using var changed = await owner.PatchAsJsonAsync(path, new { receiving = "webhook" });
            changed.EnsureSuccessStatusCode();
            messenger._caller = new WebhookCaller(messenger.Api, messenger._dialog.Address);
        }

        return messenger;
    }

    /// <summary>People who have not written yet.</summary>
    public ChatPerson[] People(int count) => [.. Enumerable.Range(1, count).Select(id => new ChatPerson(Api, id, $"Person {id}"))];

    /// <summary>What the bot answers to a question of <see cref="DemoShop"/>.</summary>
    public string AnswerTo(int question) => _answers[DemoShop.Question(question)];

    /// <summary>Takes Dialog's power away and starts it again where it was.</summary>
    public async Task KillAsync()
    {
        await _dialog.DisposeAsync();
        _dialog = await Premises.StartAsync(_data.Path, _dialog, Settings);
    }

    /// <summary>Over when visitors' messages in so many number are in the log, by Dialog's own count since it was started.</summary>
    public async Task LoggedAsync(int messages)
    {
        using var http = new HttpClient { BaseAddress = _dialog.Address };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(100));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (!(await http.GetStringAsync("metrics", limit.Token)).Contains($"dialog_messages_total{{author=\"visitor\"}} {messages}\n", StringComparison.Ordinal))
            await beat.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>Stops Dialog and reads what its log holds of each person's words, in order.</summary>
    public async Task<ILookup<long, string>> StopAsync()
    {
        Assert.That(await _dialog.StopAsync(), Is.Zero);
        Assert.That(DataFolder.Integrity(_data.Path), Is.EqualTo("ok"));
        await using var log = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(_data.Path, "dialog.db"), Pooling = false }.ToString());
        var said = await log.QueryAsync<(long Chat, string Text)>(
            """
            SELECT k.chat, e.text FROM chats k JOIN events e ON e.conversation_id = k.conversation_id
            WHERE e.kind = 'message' AND e.author = 'visitor' ORDER BY k.chat, e.sequence
            """);
        return said.ToLookup(one => one.Chat, one => one.Text);
    }

    public async ValueTask DisposeAsync()
    {
        if (_caller is not null)
            await _caller.DisposeAsync();
        await _dialog.DisposeAsync();
        await Address.DisposeAsync();
        Api.Dispose();
        _data.Dispose();
    }

    private async Task<HttpClient> OwnerAsync()
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = _dialog.Address };
        http.DefaultRequestHeaders.Add("Cookie", Premises.Owner.Cookie);
        var session = await http.GetFromJsonAsync<JsonElement>("api/session");
        http.DefaultRequestHeaders.Add("X-CSRF", session.GetProperty("csrf").GetString());
        return http;
    }
}
