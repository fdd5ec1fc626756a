using System.Net.WebSockets;

namespace Dialog.Faults.Chatting;

/// <summary>Coming back after a cut.</summary>
internal static class Reconnecting
{
    // Enough for a server that is just starting not to be drowned; nothing is judged by it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <returns>False when the connection was refused or cut off before it stood.</returns>
    public static async Task<bool> TryAsync(Func<Task> connect, CancellationToken stop)
    {
        try
        {
            await connect();
            return true;
        }
        catch (Exception error) when (error is WebSocketException or HubClosedException or OperationCanceledException)
        {
            await Task.WhenAny(Task.Delay(Pause, TimeProvider.System, stop));
            return false;
        }
    }
}
