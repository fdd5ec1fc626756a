using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.Storage.Knowledge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dialog.AspNetCore.Knowledge;

internal static class NegativeEndpoints
{
    public static void MapNegatives(this RouteGroupBuilder bot)
    {
        bot.MapGet("/negatives", ListAsync).WithSummary("Messages that are not for the bot");
        bot.MapPost("/negatives", AddAsync).WithSummary("Add messages that are not for the bot");
        bot.MapDelete("/negatives/{negative}", DropAsync).WithSummary("Forget that a message is not for the bot");
    }

    private static async Task<Ok<IReadOnlyList<NegativeView>>> ListAsync(Teammate me, KnowledgeStore knowledge, CancellationToken cancellation) =>
        TypedResults.Ok(View(await knowledge.SnapshotAsync(me.BotId, cancellation)));

    private static async Task<Results<Ok<IReadOnlyList<NegativeView>>, Refusal>> AddAsync(
        NegativesRequest request, Teammate me, NegativeEditor editor, KnowledgeStore knowledge, CancellationToken cancellation) =>
        await editor.AddAsync(me.BotId, request.Texts ?? [], cancellation) is { } refusal
            ? refusal
            : TypedResults.Ok(View(await knowledge.SnapshotAsync(me.BotId, cancellation)));

    private static async Task<Results<NoContent, Refusal>> DropAsync(
        string negative, Teammate me, NegativeEditor editor, CancellationToken cancellation) =>
        await editor.DropAsync(me.BotId, negative, cancellation) is { } refusal ? refusal : TypedResults.NoContent();

    private static IReadOnlyList<NegativeView> View(KnowledgeSnapshot known) =>
        [.. Negatives.InForce(known).Select(negative => new NegativeView(negative.Id, negative.Text))];
}

/// <summary>Messages to add; those that are there already change nothing.</summary>
public sealed record NegativesRequest(IReadOnlyList<string?>? Texts);

/// <summary>A message that is not for the bot.</summary>
public sealed record NegativeView(string Id, string Text);
