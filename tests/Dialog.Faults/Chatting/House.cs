using Dialog.Faults.Hosting;
using Dialog.Faults.Network;

namespace Dialog.Faults.Chatting;

/// <summary>A server with its 200 readers: visitors, and two desks that read along in everything.</summary>
internal sealed class House : IAsyncDisposable
{
    private const int Readers = 200;
    private const double SendsPerSecond = 100;
    private const int MessagesARound = 300;

    // The kernel's table is read in parts, and a line may slip through while it changes.
    private const int LooksUntilGone = 5;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    private readonly DataFolder _data = new();
    private readonly Crowd _crowd = new(Readers - 2, Premises.Owner.Verbose.Key, VerboseBot.Question);
    private readonly DeskReader _awake = new(Premises.Owner, Premises.Owner.Verbose.Id);
    private readonly DeskReader _pinched = new(Premises.Owner, Premises.Owner.Verbose.Id);
    private readonly PinchedReader _socket = new();
    private ServerProcess _server = null!;

    public static async Task<House> OpenAsync()
    {
        var house = new House();
        house._server = await Premises.StartAsync(house._data.Path);
        await house._crowd.ConnectAsync(house._server.Address);
        await house._awake.ConnectAsync(house._server.Address);
        await house._pinched.ConnectAsync(house._server.Address, house._socket.Transport);
        foreach (var visitor in house._crowd.Visitors)
            await Task.WhenAll(house._awake.WatchAsync(visitor.Conversation), house._pinched.WatchAsync(visitor.Conversation));
        return house;
    }

    /// <summary>Lets the visitors talk for a round, and on until something has happened.</summary>
    /// <returns>What was said in this round; all of it is answered.</returns>
    public async Task<IReadOnlyList<Message>> RoundAsync(Task until)
    {
        var before = _crowd.Visitors.SelectMany(visitor => visitor.Messages).ToHashSet();
        using var silence = new CancellationTokenSource();
        var enough = _crowd.AcknowledgesAsync(MessagesARound);
        var talk = _crowd.TalkAsync(SendsPerSecond, silence.Token);
        await Task.WhenAll(enough, until);
        await silence.CancelAsync();
        await talk;
        await _crowd.AcknowledgedAsync();
        foreach (var visitor in _crowd.Visitors)
            await visitor.Transcript.ReachesAsync(visitor.Messages.Count * 2);
        return [.. _crowd.Visitors.SelectMany(visitor => visitor.Messages).Where(message => !before.Contains(message))];
    }

    /// <summary>Lets all visitors talk at the same moment, and waits until the reader awake has heard everything.</summary>
    public async Task ClamourAsync(int messages)
    {
        for (var said = 0; said < messages; said++)
            _crowd.SayNext();
        await _crowd.AcknowledgedAsync();
        foreach (var visitor in _crowd.Visitors)
            await _awake[visitor.Conversation].ReachesAsync(visitor.Messages.Count * 2);
    }

    /// <summary>Freezes a reader and waits until the server has let go of it.</summary>
    /// <returns>
    /// The most bytes that the server's process can have held for it: what the reader awake got meanwhile, less what
    /// lay in the kernel.
    /// </returns>
    public async Task<long> FreezeAsync()
    {
        _pinched.Socket.Freeze();
        var received = _awake.Socket.Received;
        var untaken = 0L;
        using var limit = new CancellationTokenSource(Limit.Event);
        using var beat = new PeriodicTimer(Beat, TimeProvider.System);
        for (var gone = 0; gone < LooksUntilGone; await beat.WaitForNextTickAsync(limit.Token))
        {
            var (isOpen, bytes) = _socket.AtServer();
            untaken = Math.Max(untaken, bytes);
            gone = isOpen ? 0 : gone + 1;
        }

        return _awake.Socket.Received - received - untaken;
    }

    /// <summary>Lets the frozen reader read what it still finds, come back and catch up.</summary>
    /// <returns>How many events it had missed.</returns>
    public async Task<long> ThawAsync()
    {
        _pinched.Socket.Thaw();
        await _pinched.Socket.Closed.WaitAsync(Limit.Event);
        var missed = _crowd.Visitors.Sum(visitor => visitor.Transcript.Last - _pinched[visitor.Conversation].Last);
        await _pinched.ConnectAsync(_server.Address, _socket.Transport);
        foreach (var visitor in _crowd.Visitors)
        {
            await _pinched[visitor.Conversation].ReachesAsync(visitor.Transcript.Last);
            await _awake[visitor.Conversation].ReachesAsync(visitor.Transcript.Last);
            Assert.That(_pinched[visitor.Conversation].Entries, Is.EqualTo(visitor.Transcript.Entries));
            Assert.That(_awake[visitor.Conversation].Entries, Is.EqualTo(visitor.Transcript.Entries));
        }

        Assert.That(_pinched.Contradictions + _awake.Contradictions + _awake.Holes, Is.Zero);
        return missed;
    }

    public async ValueTask DisposeAsync()
    {
        await _crowd.DisposeAsync();
        await _awake.DisposeAsync();
        await _pinched.DisposeAsync();
        _socket.Dispose();
        await _server.DisposeAsync();
        _data.Dispose();
    }
}
