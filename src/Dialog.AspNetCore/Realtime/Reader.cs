using Microsoft.AspNetCore.SignalR;

namespace Dialog.AspNetCore.Realtime;

/// <summary>
/// A connection that pushes go to. Pushes are not waited for; a connection with more than <see cref="MostUnread"/>
/// bytes of them still untaken is frozen and is dropped. It loses nothing: back again, it asks the log.
/// </summary>
internal sealed class Reader(ISingleClientProxy client, HubCallerContext connection)
{
    /// <summary>Bytes that may wait for one connection, beside what its socket's own buffers hold.</summary>
    public const int MostUnread = 512 * 1024;

    private int _unread;
    private int _isDropped;

    public string Id => connection.ConnectionId;

    public void Push(string method, Payload payload)
    {
        if (Interlocked.Add(ref _unread, payload.Length) > MostUnread)
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
