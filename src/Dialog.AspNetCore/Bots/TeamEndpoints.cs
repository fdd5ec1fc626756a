using Dialog.AspNetCore.Handoff;
using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.AspNetCore.Web;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dialog.AspNetCore.Bots;

internal static class TeamEndpoints
{
    public static void MapTeam(this RouteGroupBuilder api, RouteGroupBuilder bot)
    {
        bot.MapGet("/members", ListAsync).WithSummary("The bot's team");
        bot.MapDelete("/members/{user}", RemoveAsync).WithSummary("Take a person out of the team");
        bot.MapPost("/invitations", InviteAsync).WithSummary("Make a link that lets one person join the team");
        api.MapGet("/invitations/{token}", ShowAsync).WithSummary("What an invitation invites to").AllowSignedOut();
        api.MapPost("/invitations/{token}", AcceptAsync).WithSummary("Join the team");
    }

    private static async Task<Ok<IReadOnlyList<MemberView>>> ListAsync(Teammate me, MemberStore members, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<MemberView>>(
        [
            .. (await members.ListAsync(me.BotId, cancellation)).Select(m => new MemberView(m.UserId, m.Name, m.Email, m.Role)),
        ]);

    private static async Task<Results<NoContent, Refusal>> RemoveAsync(
        string user, Teammate me, MemberStore members, AgentPresence presence, CancellationToken cancellation)
    {
        if (await members.FindAsync(me.BotId, user, cancellation) is null)
            return CommonProblems.NotFound.Refuse();
        if (!await members.RemoveAsync(me.BotId, user, cancellation))
            return BotProblems.LastOwner.Refuse();
        presence.Expel(me.BotId, user);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<NewInvitation>, Refusal>> InviteAsync(
        InvitationRequest request, Teammate me, HttpContext context, MemberStore members, TimeProvider clock, CancellationToken cancellation)
    {
        if (request.Role is not (Roles.Owner or Roles.Agent))
            return BotProblems.UnknownRole.Refuse();

        var token = RandomId.Secret();
        var expires = clock.GetUtcNow().AddDays(Limits.InvitationDays);
        await members.InviteAsync(token, me.BotId, request.Role, me.Member.UserId, Timestamp.From(expires), cancellation);
        return TypedResults.Ok(new NewInvitation(token, Mount.Address(context, $"/console/join/{token}"), request.Role, expires));
    }

    private static async Task<Results<Ok<InvitationView>, Refusal>> ShowAsync(string token, MemberStore members, CancellationToken cancellation) =>
        await members.FindInvitationAsync(token, cancellation) is { } invitation
            ? TypedResults.Ok(new InvitationView(invitation.BotName, invitation.Role, invitation.InvitedBy))
            : CommonProblems.NotFound.Refuse();

    private static async Task<Results<Ok<Joined>, Refusal>> AcceptAsync(
        string token, SignedIn person, MemberStore members, CancellationToken cancellation) =>
        await members.AcceptAsync(token, person.Id, cancellation) is { } botId
            ? TypedResults.Ok(new Joined(botId))
            : CommonProblems.NotFound.Refuse();
}

/// <summary>A person of a bot's team.</summary>
public sealed record MemberView(string Id, string Name, string Email, string Role);

/// <summary>Whom to invite: <c>owner</c> or <c>agent</c>.</summary>
public sealed record InvitationRequest(string? Role);

/// <summary>A fresh invitation: its link works once, until it expires, and is shown this one time.</summary>
public sealed record NewInvitation(string Token, string Url, string Role, DateTimeOffset ExpiresAt);

/// <summary>What an invitation invites to.</summary>
public sealed record InvitationView(string Bot, string Role, string InvitedBy);

/// <summary>The bot whose team was joined.</summary>
public sealed record Joined(string BotId);
