using System.Security.Claims;
using Dialog.AspNetCore.Problems;
using Dialog.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dialog.AspNetCore.Security;

/// <summary>
/// The door of the API, passed before a body is read: takes the person from our own cookie (never the host's), turns
/// away who is not signed in, asks every change for the antiforgery token, and puts failures into words.
/// </summary>
internal static class ApiGuard
{
    /// <summary>The header in which a client sends the session's token back.</summary>
    public const string Header = "X-CSRF";

    public static TBuilder GuardApi<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder
    {
        routes.Finally(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = async http =>
            {
                await AuthenticateAsync(http);
                if (await CheckAsync(http) is { } refusal)
                    await refusal.ExecuteAsync(http);
                else
                    await InWordsAsync(http, next);
            };
        });
        return routes;
    }

    /// <summary>Marks a route that people use before they have signed in.</summary>
    public static TBuilder AllowSignedOut<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new SignedOutAllowed());

    private static async Task AuthenticateAsync(HttpContext http)
    {
        var session = await http.AuthenticateAsync(DialogAuthentication.Scheme);
        http.User = session.Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
    }

    private static async Task<Refusal?> CheckAsync(HttpContext http)
    {
        if (SignedIn.IdOf(http) is null && http.GetEndpoint()?.Metadata.GetMetadata<SignedOutAllowed>() is null)
            return CommonProblems.SignedOut.Refuse();
        if (!IsSafe(http.Request.Method) && !await CarriesTokenAsync(http))
            return CommonProblems.Antiforgery.Refuse();
        return null;
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static async Task<bool> CarriesTokenAsync(HttpContext http)
    {
        // The host may have named the framework's header otherwise; clients of Dialog always send ours.
        if (http.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.HeaderName is { } name)
            http.Request.Headers[name] = http.Request.Headers[Header];
        try
        {
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }

    private static async Task InWordsAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
            if (http.Response is { StatusCode: StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType, HasStarted: false, ContentLength: null, ContentType: null })
                await CommonProblems.Malformed.Refuse().ExecuteAsync(http);
        }
        catch (BadHttpRequestException error) when (!http.Response.HasStarted)
        {
            await (error.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge(http) : CommonProblems.Malformed.Refuse()).ExecuteAsync(http);
        }
        catch (DatabaseUnavailableException) when (!http.Response.HasStarted)
        {
            await CommonProblems.Unavailable.Refuse().ExecuteAsync(http);
        }
    }

    private static Refusal TooLarge(HttpContext http) => CommonProblems.TooLarge.Refuse(
        (http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata>()?.MaxRequestBodySize
            ?? Limits.RequestBytes) / 1024);

    private sealed class SignedOutAllowed;
}
