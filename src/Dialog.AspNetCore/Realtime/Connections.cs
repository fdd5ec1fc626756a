using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging;

namespace Dialog.AspNetCore.Realtime;

/// <summary>A hub's connections, kept by SignalR's own manager, and known here so that they can be sent away in order.</summary>
internal sealed class Connections<THub>(ILogger<DefaultHubLifetimeManager<THub>> logger) : DefaultHubLifetimeManager<THub>(logger), IConnections
    where THub : Hub
{
    private static readonly CloseMessage ComeBack = new(error: null, allowReconnect: true);
    private readonly ConcurrentDictionary<string, Guest> _here = new();
    private volatile bool _isClosing;

    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        _here[connection.ConnectionId] = new Guest(connection);
        await base.OnConnectedAsync(connection);
        if (_isClosing)
            await connection.WriteAsync(ComeBack);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_here.TryRemove(connection.ConnectionId, out var guest))
            guest.Gone.TrySetResult();
        return base.OnDisconnectedAsync(connection);
    }

    public Task SendAwayAsync()
    {
        _isClosing = true;
        return Task.WhenAll(_here.Values.Select(async guest =>
        {
            await guest.Connection.WriteAsync(ComeBack);
            await guest.Gone.Task;
        }));
    }

    private sealed record Guest(HubConnectionContext Connection)
    {
        public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>The connections of some hub.</summary>
internal interface IConnections
{
    /// <summary>Tells every client to connect again, and ends when all have left.</summary>
    Task SendAwayAsync();
}
