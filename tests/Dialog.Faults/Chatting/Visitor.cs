using System.Text.Json;

namespace Dialog.Faults.Chatting;

/// <summary>
/// A visitor whose client keeps to the protocol: comes back with its token and the last number it has, and sends
/// again, under the same ids and in the same order, what was not acknowledged.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly string _bot;
    private readonly string _name;
    private readonly Lock _gate = new();
    private readonly List<Message> _messages = [];
    private readonly Dictionary<string, Message> _byId = [];
    private readonly Follower _follower;
    private HubSocket? _socket;
    private Message? _unanswered;

    /// <param name="bot">The bot's public key.</param>
    /// <param name="name">Begins the ids of this visitor's messages, so that two tabs of one visitor do not collide.</param>
    /// <param name="token">The token of a visitor that exists, for a second tab.</param>
    public Visitor(string bot, string name, string? token = null)
    {
        _bot = bot;
        _name = name;
        Token = token;
        _follower = new Follower(AskAfterAsync);
    }

    public string? Token { get; private set; }

    public string Conversation { get; private set; } = "";

    public Transcript Transcript => _follower.Transcript;

    public int Holes => _follower.Holes;

    public HubSocket Socket => _socket ?? throw new InvalidOperationException("Not connected.");

    public IReadOnlyList<Message> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages];
        }
    }

    /// <summary>Hears of each acknowledgement.</summary>
    public Action? Acknowledged { get; set; }

    /// <summary>Connects, catches up and sends again what was not acknowledged.</summary>
    public async Task ConnectAsync(Uri server)
    {
        var socket = await HubSocket.ConnectAsync(new Uri(server, "hubs/chat"), Heard);
        try
        {
            var reply = await socket.CallAsync("Hello", new { bot = _bot, token = Token, after = Transcript.Last });
            var hello = reply.GetProperty("value");
            if (hello.ValueKind != JsonValueKind.Object)
                throw new InvalidOperationException($"Hello was refused: {reply}");
            Token = hello.GetProperty("token").GetString();
            Conversation = hello.GetProperty("conversation").GetString()!;
            if (_socket is { } before)
                await before.DisposeAsync();
            lock (_gate)
            {
                _socket = socket;
                foreach (var message in _messages.Where(message => message.Sequence == 0))
                    _ = DeliverAsync(socket, message);
            }

            Learn(Events(hello));
            await _follower.CatchUpAsync(hello.GetProperty("last").GetInt64());
        }
        catch
        {
            if (_socket != socket)
                await socket.DisposeAsync();
            throw;
        }
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

    /// <summary>Says something; it is sent now or with the next connection.</summary>
    public Message Say(string text)
    {
        lock (_gate)
        {
            var message = new Message($"{_name}-{_messages.Count + 1}", text) { SentAt = TimeProvider.System.GetTimestamp() };
            _messages.Add(message);
            _byId.Add(message.Id, message);
            if (_socket is not null)
                _ = DeliverAsync(_socket, message);
            return message;
        }
    }

    /// <summary>Sends a message again on the present connection.</summary>
    public Task RepeatAsync(Message message) => DeliverAsync(Socket, message);

    public async ValueTask DisposeAsync()
    {
        if (_socket is not null)
            await _socket.DisposeAsync();
    }

    private async Task DeliverAsync(HubSocket socket, Message message)
    {
        try
        {
            message.Hear(await socket.CallAsync("Send", new { id = message.Id, text = message.Text }));
            if (message.Sequence > 0)
                Acknowledged?.Invoke();
        }
        catch (HubClosedException)
        {
            // The next connection sends it again.
        }
        catch (InvalidOperationException error)
        {
            message.Failure = error.Message;
        }
    }

    private async Task<IReadOnlyList<Entry>> AskAfterAsync(long after) =>
        Events((await Socket.CallAsync("After", new { after })).GetProperty("value"));

    private void Heard(HubPush push)
    {
        if (push.Name == "events")
            Learn([.. push.Argument.EnumerateArray().Select(Entry.Of)]);
    }

    private void Learn(IReadOnlyList<Entry> told)
    {
        var fresh = _follower.Hear(told);
        var now = TimeProvider.System.GetTimestamp();
        lock (_gate)
        {
            foreach (var entry in fresh.Where(entry => entry.Kind == "message"))
            {
                if (entry.Id is not null)
                    _unanswered = _byId.GetValueOrDefault(entry.Id);
                else if (_unanswered is not null)
                    (_unanswered.AnsweredAt, _unanswered) = (now, null);
            }
        }
    }

    private static Entry[] Events(JsonElement page) => [.. page.GetProperty("events").EnumerateArray().Select(Entry.Of)];
}
