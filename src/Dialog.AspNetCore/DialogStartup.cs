using Dialog.AspNetCore.Bots;
using Dialog.AspNetCore.Training;
using Dialog.Storage;
using Microsoft.Extensions.Hosting;

namespace Dialog.AspNetCore;

/// <summary>Makes everything ready before the host begins to listen: the schema, the starter bots, their models.</summary>
internal sealed class DialogStartup(Database database, StarterBots starters, TrainingService training) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await database.OpenAsync(cancellationToken);
        await starters.AddAsync(cancellationToken);
        await training.CatchUpAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
