using Dapper;
using Dialog.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dialog.AspNetCore;

/// <summary>
/// Ready means: the database answers and saves. When it only answers, as on a full disk, reading goes on and health
/// is degraded; when it does not answer, health is degraded too, with a status that sends visitors elsewhere.
/// </summary>
internal sealed class DatabaseHealth(Database database, TimeProvider clock) : IHealthCheck
{
    public const string Tag = "dialog-ready";

    /// <summary>Says it in one word; the status code tells whether reading goes on.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsync(report.Status == HealthStatus.Healthy ? "Healthy" : "Degraded");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 1 FROM bots LIMIT 1"), cancellationToken);
        }
        catch (DatabaseUnavailableException error)
        {
            return HealthCheckResult.Unhealthy(error.Message);
        }

        try
        {
            await database.BeatAsync(Timestamp.Now(clock), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DatabaseUnavailableException error)
        {
            return HealthCheckResult.Degraded(error.Message);
        }
    }
}
