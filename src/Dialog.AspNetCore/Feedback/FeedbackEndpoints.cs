using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.Storage.Knowledge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dialog.AspNetCore.Feedback;

internal static class FeedbackEndpoints
{
    public static void MapFeedback(this RouteGroupBuilder bot)
    {
        bot.MapGet("/feedback", ListAsync).WithSummary("What visitors told about the bot and nobody has dealt with");
        bot.MapPost("/feedback/{feedback}/negative", ConfirmNegativeAsync).WithSummary("The words are not for the bot");
        bot.MapPost("/feedback/{feedback}/example", TeachAsync).WithSummary("The words are an example of an intent");
        bot.MapPost("/feedback/{feedback}/dismiss", DismissAsync).WithSummary("Nothing is to be learnt from it");
    }

    private static async Task<Ok<IReadOnlyList<FeedbackView>>> ListAsync(
        Teammate me, Feedbacks feedbacks, KnowledgeStore knowledge, CancellationToken cancellation)
    {
        var known = (await knowledge.SnapshotAsync(me.BotId, cancellation)).Intents.ToDictionary(intent => intent.Id);
        var items = await feedbacks.OpenAsync(me.BotId, cancellation);
        return TypedResults.Ok<IReadOnlyList<FeedbackView>>([.. items.Select(item => FeedbackView.Of(item, known))]);
    }

    private static async Task<Results<NoContent, Refusal>> ConfirmNegativeAsync(
        string feedback, Teammate me, Feedbacks feedbacks, CancellationToken cancellation) =>
        Answer(await feedbacks.ConfirmNegativeAsync(me.BotId, feedback, cancellation));

    private static async Task<Results<NoContent, Refusal>> TeachAsync(
        string feedback, TeachRequest request, Teammate me, Feedbacks feedbacks, CancellationToken cancellation) =>
        Answer(await feedbacks.TeachAsync(me.BotId, feedback, request.Intent ?? "", cancellation));

    private static async Task<Results<NoContent, Refusal>> DismissAsync(
        string feedback, Teammate me, Feedbacks feedbacks, CancellationToken cancellation) =>
        Answer(await feedbacks.DismissAsync(me.BotId, feedback, cancellation));

    private static Results<NoContent, Refusal> Answer(Refusal? refusal) => refusal is null ? TypedResults.NoContent() : refusal;
}

/// <summary>The intent the words belong to.</summary>
public sealed record TeachRequest(string? Intent);

/// <summary>What visitors told about the bot.</summary>
/// <param name="Id">Its id, for what is made of it.</param>
/// <param name="Kind">
/// <c>rejected</c>: the intent's answer was not what was asked for; <c>chosen</c>: asked which was meant, the intent was
/// picked; <c>none</c>: neither of what was offered was meant.
/// </param>
/// <param name="Text">What was asked.</param>
/// <param name="Intent">The intent; null for none of these, or when it has been deleted.</param>
/// <param name="Times">How often it was told.</param>
/// <param name="At">When last.</param>
/// <param name="Conversation">The conversation it was told in last.</param>
public sealed record FeedbackView(
    string Id, string Kind, string Text, FeedbackIntent? Intent, int Times, DateTimeOffset At, string Conversation)
{
    internal static FeedbackView Of(FeedbackItem item, IReadOnlyDictionary<string, Intent> known) => new(
        item.Newest.Id,
        item.Newest.Kind,
        item.Newest.Text,
        item.Newest.IntentId is { } id && known.TryGetValue(id, out var intent) ? new FeedbackIntent(intent.Id, intent.Title, intent.Answer) : null,
        item.Given.Count,
        item.Newest.At.Value,
        item.Newest.ConversationId);
}

/// <summary>An intent, for who reads feedback.</summary>
public sealed record FeedbackIntent(string Id, string Title, string Answer);
