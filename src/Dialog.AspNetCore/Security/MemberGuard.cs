using Dialog.AspNetCore.Problems;
using Dialog.Storage.Bots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Security;

/// <summary>
/// Stands before every route below a bot: who is not of its team gets the answer of a bot that does not exist, and
/// what handlers know of the bot comes from here, never from what the client sent.
/// </summary>
internal static class MemberGuard
{
    public static TBuilder GuardMembers<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder
    {
        routes.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = async http =>
            {
                var member = await FindAsync(http);
                if (member is null)
                    await CommonProblems.NotFound.Refuse().ExecuteAsync(http);
                else if (member.Role != Roles.Owner && http.GetEndpoint()?.Metadata.GetMetadata<AgentsAllowed>() is null)
                    await CommonProblems.OwnersOnly.Refuse().ExecuteAsync(http);
                else
                {
                    http.Items[typeof(Teammate)] = new Teammate(member);
                    await next(http);
                }
            };
        });
        return routes;
    }

    /// <summary>Marks a route of a bot that its agents may use as well.</summary>
    public static TBuilder AllowAgents<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new AgentsAllowed());

    private static Task<Member?> FindAsync(HttpContext http) =>
        http.RequestServices.GetRequiredService<MemberStore>()
            .FindAsync((string)http.Request.RouteValues["bot"]!, SignedIn.IdOf(http)!, http.RequestAborted);

    private sealed class AgentsAllowed;
}

/// <summary>The signed-in member of the bot in the address.</summary>
internal sealed record Teammate(Member Member)
{
    public string BotId => Member.BotId;

    public static ValueTask<Teammate> BindAsync(HttpContext context) => ValueTask.FromResult((Teammate)context.Items[typeof(Teammate)]!);
}
