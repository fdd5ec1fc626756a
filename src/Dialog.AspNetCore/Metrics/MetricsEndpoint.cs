using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Metrics;

internal static class MetricsEndpoint
{
    public static void MapMetrics(this RouteGroupBuilder mount)
    {
        // Begins to listen now rather than at the first request, which would have missed what came before.
        var metrics = ((IEndpointRouteBuilder)mount).ServiceProvider.GetRequiredService<PrometheusText>();
        mount.MapGet("/metrics", () => Results.Text(metrics.Write(), "text/plain; version=0.0.4")).ExcludeFromDescription();
    }
}
