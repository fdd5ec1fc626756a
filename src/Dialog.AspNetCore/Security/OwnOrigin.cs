using Dialog.AspNetCore.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dialog.AspNetCore.Security;

/// <summary>
/// Hubs answer pages of this server only: CORS does not cover WebSockets, and cookies travel with them.
/// Callers that are no browsers send no Origin and pass.
/// </summary>
internal static class OwnOrigin
{
    public static TBuilder GuardOrigin<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder
    {
        routes.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http =>
                IsForeign(http.Request) ? CommonProblems.ForeignOrigin.Refuse().ExecuteAsync(http) : next(http);
        });
        return routes;
    }

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
