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

    public string Id => connection.ConnectionId;

    public void Push(string method, Payload payload)
    {
        if (Interlocked.Add(ref _unread, payload.Length) > MostUnread)
        {
            connection.Abort();
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
            connection.Abort();
        }

        Interlocked.Add(ref _unread, -length);
    }
}
