using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Knowledge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dialog.AspNetCore.Knowledge;

internal static class KnowledgeEndpoints
{
    public static void MapKnowledge(this RouteGroupBuilder bot)
    {
        bot.MapGet("/intents", ListAsync).WithSummary("What the bot knows");
        bot.MapPost("/intents", AddAsync).WithSummary("Add an intent");
        bot.MapPut("/intents/{intent}", ReplaceAsync).WithSummary("Change an intent");
        bot.MapDelete("/intents/{intent}", DeleteAsync).WithSummary("Delete an intent");
        bot.MapImport();
    }

    private static async Task<Ok<IReadOnlyList<IntentView>>> ListAsync(Teammate me, KnowledgeStore knowledge, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<IntentView>>(
            [.. (await knowledge.SnapshotAsync(me.BotId, cancellation)).Intents.Select(IntentView.Of)]);

    private static async Task<Results<Ok<IntentView>, Refusal>> AddAsync(
        IntentRequest request, Teammate me, KnowledgeEditor editor, CancellationToken cancellation) =>
        Show(await editor.SaveAsync(me.BotId, null, request, cancellation));

    private static async Task<Results<Ok<IntentView>, Refusal>> ReplaceAsync(
        string intent, IntentRequest request, Teammate me, KnowledgeEditor editor, CancellationToken cancellation) =>
        Show(await editor.SaveAsync(me.BotId, intent, request, cancellation));

    private static async Task<Results<NoContent, Refusal>> DeleteAsync(
        string intent, Teammate me, KnowledgeStore knowledge, TrainingService training, CancellationToken cancellation)
    {
        var isThere = await knowledge.ChangeAsync(
            me.BotId,
            now => now.Intents.Any(known => known.Id == intent)
                ? new KnowledgeChange<bool>(true, [], [intent])
                : new KnowledgeChange<bool>(false),
            cancellation);
        if (!isThere)
            return CommonProblems.NotFound.Refuse();
        training.Request(me.BotId);
        return TypedResults.NoContent();
    }

    private static Results<Ok<IntentView>, Refusal> Show(SavedIntent saved) =>
        saved.Intent is { } intent ? TypedResults.Ok(IntentView.Of(intent)) : saved.Refusal!;
}

/// <summary>An intent as owners see and edit it.</summary>
public sealed record IntentView(string Id, string Title, string Answer, IReadOnlyList<string> Examples, DateTimeOffset UpdatedAt)
{
    internal static IntentView Of(Intent intent) =>
        new(intent.Id, intent.Title, intent.Answer, intent.Examples, intent.UpdatedAt.Value);
}

/// <summary>An intent to save. Without a title the first example is the title.</summary>
public sealed record IntentRequest(string? Title, string? Answer, IReadOnlyList<string>? Examples);
