using Microsoft.Extensions.Hosting;

namespace Dialog.AspNetCore.Realtime;

/// <summary>
/// When the server is asked to stop, tells all clients to connect again, to another node or to the next server at
/// this address, and gives them a moment to leave. SignalR by itself only cuts them off.
/// </summary>
internal sealed class Farewell(IEnumerable<IConnections> hubs, IHostApplicationLifetime lifetime) : IHostedService
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    // What registers last is called first, so that this comes before SignalR ends the connections.
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => Task.WaitAny([Task.WhenAll(hubs.Select(hub => hub.SendAwayAsync()))], Moment));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
