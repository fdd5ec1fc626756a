using System.Buffers;
using System.Net.WebSockets;
using Dialog.Cli.Load.Hub;

namespace Dialog.Cli.Load;

/// <summary>Reads a conversation from its beginning, over a connection of its own.</summary>
internal static class LogReading
{
    public static async Task ReadAsync(HubServer server, string token, LogCheck check, CancellationToken cancellation)
    {
        var (socket, welcome) = await server.HelloAsync(token, cancellation);
        using var connection = socket;
        var (events, more) = (welcome.Events, welcome.More);
        var frame = new ArrayBufferWriter<byte>(128);
        while (true)
        {
            foreach (var entry in events)
                check.Read(entry);
            if (!more || events.Count == 0)
                break;

            frame.ResetWrittenCount();
            HubFrames.After(frame, check.Last);
            (events, more) = await NextAsync(socket, frame.WrittenMemory, cancellation);
        }

        check.End();
    }

    private static async Task<(IReadOnlyList<LogEvent> Events, bool More)> NextAsync(
        HubSocket socket, ReadOnlyMemory<byte> frame, CancellationToken cancellation)
    {
        try
        {
            var reply = await socket.CallAsync(frame, HubJson.Default.HubReplyLogPage, cancellation);
            return reply.Value is { } page
                ? (page.Events, page.More)
                : throw new InputException($"A conversation could not be read again: {reply.Problem?.Title} {reply.Problem?.Detail}");
        }
        catch (WebSocketException)
        {
            throw new InputException("The server closed a connection that was reading a conversation again.");
        }
    }
}
