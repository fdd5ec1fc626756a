using Microsoft.AspNetCore.SignalR;

namespace Dialog.AspNetCore.Realtime;

/// <summary>
/// A connection that pushes go to. Pushes are not waited for. A connection for which more than <see cref="ManyUnread"/>
/// bytes wait while it has taken nothing for <see cref="Patience"/> is frozen and is dropped; one that is merely
/// behind is not. Who is dropped loses nothing: back again, it asks the log.
/// </summary>
internal sealed class Reader(ISingleClientProxy client, HubCallerContext connection, TimeProvider clock)
{
    /// <summary>Bytes that may wait for a connection that takes nothing, beside what its socket's own buffers hold.</summary>
    public const int ManyUnread = 512 * 1024;

    /// <summary>Bytes that may wait for a connection in any case.</summary>
    public const int MostUnread = 16 * ManyUnread;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private int _unread;
    private long _lastTaken;
    private int _isDropped;

    public string Id => connection.ConnectionId;

    public void Push(string method, Payload payload)
    {
        var unread = Interlocked.Add(ref _unread, payload.Length);
        if (unread == payload.Length)
            Volatile.Write(ref _lastTaken, clock.GetTimestamp());
        if (unread > MostUnread || (unread > ManyUnread && clock.GetElapsedTime(Volatile.Read(ref _lastTaken)) > Patience))
        {
            Drop();
            return;
        }

        var sending = client.SendAsync(method, payload);
        if (sending.IsCompletedSuccessfully)
            Interlocked.Add(ref _unread, -payload.Length);
        else
            _ = FinishAsync(sending, payload.Length);
    }

    private async Task FinishAsync(Task sending, int length)
    {
        try
        {
            await sending;
            Volatile.Write(ref _lastTaken, clock.GetTimestamp());
        }
#pragma warning disable CA1031 // Whatever became of a push, the connection's end is told to the hub.
        catch (Exception)
#pragma warning restore CA1031
        {
            Drop();
        }

        Interlocked.Add(ref _unread, -length);
    }

    // SignalR's own abort waits for the write that is stuck; ending the request frees it at once.
    private void Drop()
    {
        if (Interlocked.Exchange(ref _isDropped, 1) == 1)
            return;
        connection.Abort();
        connection.GetHttpContext()?.Abort();
    }
}
