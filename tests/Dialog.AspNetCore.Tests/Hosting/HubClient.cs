using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Dialog.AspNetCore.Tests.Hosting;

/// <summary>
/// A WebSocket that speaks SignalR's JSON protocol, as the .NET client cannot be restored here; the official
/// JavaScript client is driven in tests/Dialog.Protocol.
/// </summary>
internal sealed class HubClient : IAsyncDisposable
{
    private const char Separator = '\u001e';
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonElement> _replies = Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> _pushes = Channel.CreateUnbounded<JsonElement>();
    private Task _reading = Task.CompletedTask;
    private int _calls;

    public static async Task<HubClient> ConnectAsync(DialogHost host, string hub, Person? person = null, string? origin = null)
    {
        var client = new HubClient();
        if (person is not null)
            client._socket.Options.SetRequestHeader("Cookie", person.CookieHeader);
        if (origin is not null)
            client._socket.Options.SetRequestHeader("Origin", origin);
        client._socket.Options.CollectHttpResponseDetails = true;
        var address = new UriBuilder(new Uri(host.Address, hub)) { Scheme = "ws" }.Uri;
        await client._socket.ConnectAsync(address, CancellationToken.None);
        await client.SendAsync("""{"protocol":"json","version":1}""");
        client._reading = client.ReadAsync();
        return client;
    }

    /// <summary>A visitor who has said Hello.</summary>
    public static async Task<HubClient> VisitorAsync(DialogHost host, BotOfTest bot, string? token = null)
    {
        var visitor = await ConnectAsync(host, "hubs/chat");
        visitor.Hello = (await visitor.CallAsync("Hello", new { bot = bot.Key, token })).GetProperty("value");
        return visitor;
    }

    /// <summary>What Hello answered.</summary>
    public JsonElement Hello { get; private set; }

    public string Conversation => Hello.GetProperty("conversation").GetString()!;

    /// <summary>Calls a method; the result is <c>{ value, problem }</c>.</summary>
    public async Task<JsonElement> CallAsync(string method, params object[] arguments)
    {
        var id = (++_calls).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }, Json));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var reply = await _replies.Reader.ReadAsync(limit.Token);
        return reply.TryGetProperty("result", out var result) ? result : reply;
    }

    /// <summary>Pushes that were passed over while waiting for another.</summary>
    public int SkippedPushes { get; private set; }

    /// <summary>The first push of this name that fits.</summary>
    public async Task<JsonElement> PushedAsync(string name, Func<JsonElement, bool> fits)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var push in _pushes.Reader.ReadAllAsync(limit.Token))
        {
            if (push.GetProperty("target").GetString() == name && fits(push.GetProperty("arguments")[0]))
                return push.GetProperty("arguments")[0];
            SkippedPushes++;
        }

        throw new InvalidOperationException($"The connection ended before {name} came.");
    }

    /// <summary>Ends when the server has closed the connection.</summary>
    public Task ClosedAsync() => _reading.WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + Separator), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task ReadAsync()
    {
        var text = new StringBuilder();
        var decoder = Encoding.UTF8.GetDecoder();
        var buffer = new byte[16 * 1024];
        var chars = new char[buffer.Length];
        try
        {
            while (await _socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
            {
                text.Append(chars, 0, decoder.GetChars(buffer.AsSpan(0, part.Count), chars, flush: false));
                Dispatch(text);
            }
        }
        catch (WebSocketException)
        {
            // Cut off, by either side.
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // Aborted, while it waited or between two parts.
        }

        _replies.Writer.TryComplete();
        _pushes.Writer.TryComplete();
    }

    private void Dispatch(StringBuilder text)
    {
        var received = text.ToString();
        var end = received.LastIndexOf(Separator);
        if (end < 0)
            return;
        text.Remove(0, end + 1);
        foreach (var message in received[..end].Split(Separator))
        {
            var json = JsonDocument.Parse(message).RootElement;
            var type = json.TryGetProperty("type", out var value) ? value.GetInt32() : 0;
            (type switch { 1 => _pushes, 3 => _replies, _ => null })?.Writer.TryWrite(json);
        }
    }
}
