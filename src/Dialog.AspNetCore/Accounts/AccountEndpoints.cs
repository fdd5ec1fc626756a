using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.Storage.Accounts;
using Dialog.Storage.Bots;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dialog.AspNetCore.Accounts;

internal static class AccountEndpoints
{
    public static void MapAccounts(this RouteGroupBuilder api)
    {
        api.MapGet("/session", GetSessionAsync).WithSummary("Who is signed in").AllowSignedOut();
        api.MapPost("/session", SignInAsync).WithSummary("Sign in").AllowSignedOut();
        api.MapDelete("/session", SignOutAsync).WithSummary("Sign out").AllowSignedOut();
        api.MapPost("/accounts", SignUpAsync).WithSummary("Create an account and sign in").AllowSignedOut();
        api.MapPatch("/account", ChangeAsync).WithSummary("Change one's own name or language");
    }

    private static async Task<Ok<SessionView>> GetSessionAsync(
        HttpContext context, IAntiforgery antiforgery, AccountStore accounts, BotStore bots, CancellationToken cancellation)
    {
        var csrf = antiforgery.GetAndStoreTokens(context).RequestToken!;
        var account = SignedIn.IdOf(context) is { } id ? await accounts.FindAsync(id, cancellation) : null;
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(account is null
            ? new SessionView(csrf, null, [])
            : new SessionView(
                csrf,
                new SessionUser(account.Id, account.Email, account.Name, account.Language),
                await bots.OfMemberAsync(account.Id, cancellation)));
    }

    private static async Task<Results<Ok<SessionView>, Refusal>> SignInAsync(
        SignInRequest request, HttpContext context, SignIn signIn,
        IAntiforgery antiforgery, AccountStore accounts, BotStore bots, CancellationToken cancellation) =>
        await signIn.InAsync(context, request.Email ?? "", request.Password ?? "") is { } refusal
            ? refusal
            : await GetSessionAsync(context, antiforgery, accounts, bots, cancellation);

    private static async Task<NoContent> SignOutAsync(HttpContext context, CancellationToken _)
    {
        await context.SignOutAsync(DialogAuthentication.Scheme);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<SessionView>, Refusal>> SignUpAsync(
        SignUpRequest request, HttpContext context, SignIn signIn, MemberStore members,
        IAntiforgery antiforgery, AccountStore accounts, BotStore bots, CancellationToken cancellation)
    {
        if (request.Invitation is { } invited && await members.FindInvitationAsync(invited, cancellation) is null)
            return CommonProblems.NotFound.Refuse();

        var (refusal, account) = await signIn.UpAsync(
            context, request.Email ?? "", request.Password ?? "", request.Name ?? "", request.Language ?? Language.Of(context));
        if (refusal is not null)
            return refusal;
        if (request.Invitation is { } token)
            await members.AcceptAsync(token, account!.Id, cancellation);
        return await GetSessionAsync(context, antiforgery, accounts, bots, cancellation);
    }

    private static async Task<Results<NoContent, Refusal>> ChangeAsync(
        AccountChange change, SignedIn person, AccountStore accounts, CancellationToken cancellation)
    {
        if (change.Name is not null && SignIn.CheckName(change.Name) is { } refusal)
            return refusal;
        if (change.Language is not null && !Language.IsKnown(change.Language))
            return CommonProblems.UnknownLanguage.Refuse();
        if (await accounts.FindAsync(person.Id, cancellation) is not { } account)
            return CommonProblems.SignedOut.Refuse();

        account.Name = change.Name?.Trim() ?? account.Name;
        account.Language = change.Language ?? account.Language;
        await accounts.UpdateAsync(account, cancellation);
        return TypedResults.NoContent();
    }
}
