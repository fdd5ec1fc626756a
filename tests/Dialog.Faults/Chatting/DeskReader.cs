using System.Collections.Concurrent;
using System.Text.Json;
using Dialog.Faults.Hosting;

namespace Dialog.Faults.Chatting;

/// <summary>An agent's desk that reads along in a number of conversations, and comes back by itself.</summary>
internal sealed class DeskReader(Owner owner, string bot) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Follower> _watched = new();
    private HubSocket? _socket;

    public HubSocket Socket => _socket ?? throw new InvalidOperationException("Not connected.");

    public Transcript this[string conversation] => _watched[conversation].Transcript;

    public int Holes => _watched.Values.Sum(follower => follower.Holes);

    public int Contradictions => _watched.Values.Sum(follower => follower.Transcript.Contradictions);

    public async Task ConnectAsync(Uri server, HttpMessageInvoker? transport = null)
    {
        var socket = await HubSocket.ConnectAsync(
            new Uri(server, "hubs/desk"), Heard, options => options.SetRequestHeader("Cookie", owner.Cookie), transport);
        try
        {
            var joined = await socket.CallAsync("Join", new { bot });
            if (joined.GetProperty("value").ValueKind != JsonValueKind.Object)
                throw new InvalidOperationException($"Join was refused: {joined}");
            if (_socket is { } before)
                await before.DisposeAsync();
            _socket = socket;
            foreach (var conversation in _watched.Keys)
                await WatchAsync(conversation);
        }
        catch
        {
            if (_socket != socket)
                await socket.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads a conversation from where its transcript ends, and watches it.</summary>
    public async Task WatchAsync(string conversation)
    {
        var follower = _watched.GetOrAdd(conversation, id => new Follower(async after => Events(await ReadAsync(id, after))));
        var page = await ReadAsync(conversation, follower.Transcript.Last);
        follower.Hear(Events(page));
        await follower.CatchUpAsync(page.GetProperty("last").GetInt64());
    }

    /// <summary>Stays connected, whatever becomes of the connections, until told to stop.</summary>
    public async Task StayConnectedAsync(Uri server, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await Reconnecting.TryAsync(() => ConnectAsync(server), stop))
                await Task.WhenAny(Socket.Closed, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket is not null)
            await _socket.DisposeAsync();
    }

    private async Task<JsonElement> ReadAsync(string conversation, long after) =>
        (await Socket.CallAsync("Read", new { conversation, after })).GetProperty("value");

    private void Heard(HubPush push)
    {
        if (push.Name == "events" && _watched.TryGetValue(push.Argument.GetProperty("conversation").GetString()!, out var follower))
            follower.Hear(Events(push.Argument));
    }

    private static Entry[] Events(JsonElement page) => [.. page.GetProperty("events").EnumerateArray().Select(Entry.Of)];
}
