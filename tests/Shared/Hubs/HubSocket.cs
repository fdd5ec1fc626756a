using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Dialog.Tests.Hubs;

/// <summary>
/// A WebSocket that speaks SignalR's JSON protocol, as the .NET client cannot be restored here; the official
/// JavaScript client is driven in tests/Dialog.Protocol. Calls may overlap; they leave in the order they were made.
/// </summary>
internal sealed class HubSocket : IAsyncDisposable
{
    // The server takes a client that says nothing for 30 seconds for gone.
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly ClientWebSocket _socket = new();
    private readonly Action<HubPush> _pushed;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _calls = new();
    private readonly Channel<string> _leaving = Channel.CreateUnbounded<string>(new() { SingleReader = true });
    private readonly CancellationTokenSource _over = new();
    private volatile TaskCompletionSource _thawed = new();
    private Task _work = Task.CompletedTask;
    private int _called;

    private HubSocket(Action<HubPush> pushed) => _pushed = pushed;

    /// <summary>Ends when the connection has ended, whoever ended it.</summary>
    public Task Closed => _work;

    /// <summary>Whether the server said goodbye and asked to come back.</summary>
    public bool IsAskedToReconnect { get; private set; }

    /// <summary>Bytes received.</summary>
    public long Received { get; private set; }

    /// <param name="hub">The hub's address, <c>http</c> or <c>ws</c>.</param>
    /// <param name="pushed">Hears what the server pushes, one after the other.</param>
    /// <param name="configure">Sets headers and the like.</param>
    /// <param name="transport">What makes the connection, where it must be a particular one.</param>
    public static async Task<HubSocket> ConnectAsync(
        Uri hub, Action<HubPush> pushed, Action<ClientWebSocketOptions>? configure = null, HttpMessageInvoker? transport = null)
    {
        var client = new HubSocket(pushed);
        try
        {
            configure?.Invoke(client._socket.Options);
            client._thawed.SetResult();
            using var limit = new CancellationTokenSource(Patience);
            var address = new UriBuilder(hub) { Scheme = hub.Scheme is "https" or "wss" ? "wss" : "ws" }.Uri;
            await client._socket.ConnectAsync(address, transport, limit.Token);
        }
        catch
        {
            client._socket.Dispose();
            throw;
        }

        client.Leave("""{"protocol":"json","version":1}""");
        client._work = client.RunAsync();
        return client;
    }

    /// <summary>Calls a method and waits for what it returns; for Dialog's hubs that is <c>{ value, problem }</c>.</summary>
    /// <exception cref="HubClosedException">The connection ended first; whether the call was heard is not known.</exception>
    public async Task<JsonElement> CallAsync(string method, params object[] arguments)
    {
        var id = Interlocked.Increment(ref _called).ToString(CultureInfo.InvariantCulture);
        var reply = _calls[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        Leave(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }, Json));
        if (_over.IsCancellationRequested)
            FailCalls();
        return await reply.Task.WaitAsync(Patience);
    }

    /// <summary>Stops reading what arrives, and so lets it pile up on the server's side.</summary>
    public void Freeze() => _thawed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Thaw() => _thawed.TrySetResult();

    /// <summary>Ends the connection without a word.</summary>
    public void Abort()
    {
        _over.Cancel();
        _socket.Abort();
        Thaw();
    }

    public async ValueTask DisposeAsync()
    {
        Abort();
        await _work;
        _socket.Dispose();
        _over.Dispose();
    }

    private void Leave(string message) => _leaving.Writer.TryWrite(message + HubMessages.Separator);

    private async Task RunAsync()
    {
        await Task.Yield();
        var writing = Quietly(WriteAsync);
        var pinging = Quietly(PingAsync);
        await Quietly(ReadAsync);
        await _over.CancelAsync();
        _leaving.Writer.TryComplete();
        _socket.Abort();
        await Task.WhenAll(writing, pinging);
        FailCalls();
    }

    private async Task ReadAsync()
    {
        var messages = new HubMessages();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            await _thawed.Task;
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), _over.Token);
            if (part.MessageType != WebSocketMessageType.Text)
                return;
            Received += part.Count;
            foreach (var message in messages.Add(buffer.AsSpan(0, part.Count)))
                Dispatch(message);
            if (IsAskedToReconnect)
                return;
        }
    }

    private async Task WriteAsync()
    {
        await foreach (var message in _leaving.Reader.ReadAllAsync(_over.Token))
            await _socket.SendAsync(Encoding.UTF8.GetBytes(message).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, _over.Token);
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(PingEvery, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(_over.Token))
            Leave("""{"type":6}""");
    }

    private void Dispatch(JsonElement message)
    {
        switch (message.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 1:
                _pushed(new HubPush(message.GetProperty("target").GetString()!, message.GetProperty("arguments")[0]));
                break;
            case 3 when _calls.TryRemove(message.GetProperty("invocationId").GetString()!, out var call):
                if (message.TryGetProperty("error", out var error))
                    call.TrySetException(new InvalidOperationException(error.GetString()));
                else
                    call.TrySetResult(message.TryGetProperty("result", out var result) ? result : default);
                break;
            case 7:
                IsAskedToReconnect = message.TryGetProperty("allowReconnect", out var again) && again.GetBoolean();
                break;
        }
    }

    private void FailCalls()
    {
        foreach (var id in _calls.Keys)
        {
            if (_calls.TryRemove(id, out var call))
                call.TrySetException(new HubClosedException());
        }
    }

    private static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Cut off, by either side.
        }
    }
}

/// <summary>Something the server said without being asked.</summary>
internal sealed record HubPush(string Name, JsonElement Argument);

/// <summary>The connection ended before the reply came.</summary>
internal sealed class HubClosedException() : Exception("The connection ended before the reply came.");
