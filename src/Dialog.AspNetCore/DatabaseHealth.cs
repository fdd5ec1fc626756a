using Dapper;
using Dialog.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dialog.AspNetCore;

/// <summary>Ready means: the database answers.</summary>
internal sealed class DatabaseHealth(Database database) : IHealthCheck
{
    public const string Tag = "dialog-ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 1"), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DatabaseUnavailableException error)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, error.Message);
        }
    }
}
