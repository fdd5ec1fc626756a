using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Dialog.Faults.Chatting;

namespace Dialog.Faults.Network;

/// <summary>
/// Stands between clients and the server and cuts connections: each may carry a random number of bytes, both ways
/// together, and is reset in the middle of whatever comes next.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private const int FewestBytes = 200;
    private const int MostBytes = 60_000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<int, Task> _serving = new();
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri _server;
    private readonly Dice _dice;
    private readonly int _planned;
    private readonly Task _accepting;
    private int _cuts;

    /// <param name="server">Where to pass connections on to.</param>
    /// <param name="seed">Decides when each connection is cut.</param>
    /// <param name="cuts">After so many, connections are left alone.</param>
    public CuttingProxy(Uri server, ulong seed, int cuts)
    {
        (_server, _dice, _planned) = (server, new Dice(seed), cuts);
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public int Cuts => Math.Min(_planned, Volatile.Read(ref _cuts));

    /// <summary>Ends with the last cut.</summary>
    public Task Finished => _finished.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_serving.Values);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            for (var number = 0; !_stop.IsCancellationRequested; number++)
                _serving[number] = ServeAsync(await _listener.AcceptSocketAsync(_stop.Token), _dice.AnySizeBetween(FewestBytes, MostBytes));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket client, int budget)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            await server.ConnectAsync(_server.Host, _server.Port, ends.Token);
            var link = new Link(budget);
            await Task.WhenAny(PumpAsync(client, server, link, ends.Token), PumpAsync(server, client, link, ends.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // Either side has gone.
        }

        await ends.CancelAsync();
        Reset(client);
        Reset(server);
    }

    private async Task PumpAsync(Socket from, Socket to, Link link, CancellationToken ends)
    {
        var buffer = new byte[8 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer.AsMemory(), ends) is > 0 and var read)
            {
                var allowed = _finished.Task.IsCompleted ? read : link.Take(read);
                await to.SendAsync(buffer.AsMemory(0, allowed), ends);
                if (allowed < read && IsCut(link))
                    return;
                await to.SendAsync(buffer.AsMemory(allowed, read - allowed), ends);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Either side has gone.
        }
    }

    private bool IsCut(Link link)
    {
        if (!link.CutOnce())
            return true;
        var cuts = Interlocked.Increment(ref _cuts);
        if (cuts >= _planned)
            _finished.TrySetResult();
        return cuts <= _planned;
    }

    // A reset, not a goodbye: what was under way is gone.
    private static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }

    /// <summary>How much a connection may still carry.</summary>
    private sealed class Link(int budget)
    {
        private int _left = budget;
        private int _isCut;

        public int Take(int bytes) => Math.Clamp(Interlocked.Add(ref _left, -bytes) + bytes, 0, bytes);

        public bool CutOnce() => Interlocked.Exchange(ref _isCut, 1) == 0;
    }
}
