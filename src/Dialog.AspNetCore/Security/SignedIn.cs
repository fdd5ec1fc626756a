using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Dialog.AspNetCore.Security;

/// <summary>The person behind a request that needs one; <see cref="ApiGuard"/> has turned the others away.</summary>
internal sealed record SignedIn(string Id)
{
    public static ValueTask<SignedIn> BindAsync(HttpContext context) => ValueTask.FromResult(new SignedIn(IdOf(context)!));

    public static string? IdOf(HttpContext context) => IdOf(context.User);

    public static string? IdOf(ClaimsPrincipal? person) =>
        person?.Identities.FirstOrDefault(identity => identity.IsAuthenticated)?.FindFirst(ClaimTypes.NameIdentifier)?.Value;
}
