using Dialog.Faults.Hosting;

namespace Dialog.Faults.Chatting;

/// <summary>Many visitors, who ask a bot what it knows at a rate of their own, whatever the server makes of it.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private readonly Func<int, string> _question;
    private int _turn;
    private int _acknowledged;
    private (int Count, TaskCompletionSource Reached)? _awaited;

    /// <param name="size">How many visitors.</param>
    /// <param name="bot">The public key of the bot they ask.</param>
    /// <param name="question">What they ask it, by turns.</param>
    public Crowd(int size, string bot = DemoShop.Key, Func<int, string>? question = null)
    {
        _question = question ?? DemoShop.Question;
        Visitors = [.. Enumerable.Range(1, size).Select(number => new Visitor(bot, $"v{number}") { Acknowledged = Count })];
    }

    public IReadOnlyList<Visitor> Visitors { get; }

    public int Acknowledgements => Volatile.Read(ref _acknowledged);

    public Task ConnectAsync(Uri server) => Task.WhenAll(Visitors.Select(visitor => visitor.ConnectAsync(server)));

    /// <summary>Ends when every connection has ended.</summary>
    public Task CutOffAsync() => Task.WhenAll(Visitors.Select(visitor => visitor.Socket.Closed)).WaitAsync(Limit.Event);

    /// <summary>Ends when everything said so far is acknowledged.</summary>
    public Task AcknowledgedAsync() =>
        Task.WhenAll(Visitors.SelectMany(visitor => visitor.Messages).Select(message => message.Acknowledged)).WaitAsync(Limit.Event);

    /// <summary>Ends after so many more acknowledgements.</summary>
    public Task AcknowledgesAsync(int more)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (Visitors)
            _awaited = (_acknowledged + more, reached);
        return reached.Task.WaitAsync(Limit.Event);
    }

    /// <summary>Says so many messages a second, turn by turn, until told to stop.</summary>
    public async Task TalkAsync(double perSecond, CancellationToken stop)
    {
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        using var timer = new PeriodicTimer(Tick, clock);
        for (var said = 0; !stop.IsCancellationRequested;)
        {
            while (said < clock.GetElapsedTime(began).TotalSeconds * perSecond && !stop.IsCancellationRequested)
            {
                SayNext();
                said++;
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>Lets the next in turn say something the shop knows.</summary>
    public Message SayNext()
    {
        var turn = _turn++;
        return Visitors[turn % Visitors.Count].Say(_question(turn));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in Visitors)
            await visitor.DisposeAsync();
    }

    private void Count()
    {
        lock (Visitors)
        {
            _acknowledged++;
            if (_awaited is { } awaited && _acknowledged >= awaited.Count)
                awaited.Reached.TrySetResult();
        }
    }
}
