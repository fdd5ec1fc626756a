using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.Storage.Bots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dialog.AspNetCore.Training;

internal static class TryEndpoints
{
    public static void MapTraining(this RouteGroupBuilder bot)
    {
        bot.MapGet("/training", StatusAsync).WithSummary("Where the bot's training stands").AllowAgents();
        bot.MapPost("/try", TryAsync).WithSummary("What the bot would answer to a message");
    }

    private static async Task<Ok<TrainingView>> StatusAsync(Teammate me, TrainingService training, CancellationToken cancellation) =>
        TypedResults.Ok(await training.StatusAsync(me.BotId, cancellation));

    private static async Task<Results<Ok<TryView>, Refusal>> TryAsync(
        TryRequest request, Teammate me, BotStore bots, LiveModels models, CancellationToken cancellation)
    {
        if (MessageRules.Check(request.Text) is { } refusal)
            return refusal.Refuse(Limits.MessageLength);
        var bot = (await bots.FindAsync(me.BotId, cancellation))!;
        if (await models.GetAsync(me.BotId, cancellation) is not { } live)
            return TypedResults.Ok(new TryView(MatchNote.HandedOff, null, null, 0, 1, []));

        var note = live.Read(request.Text!, bot.WrongShare);
        var ranked = live.Match(request.Text!).Ranked
            .Select(intent => (Known: live.Intent(intent.Id), intent.Confidence))
            .Where(intent => intent.Known is not null)
            .Select(intent => new RankedView(intent.Known!.Id, intent.Known.Title, intent.Confidence));
        return TypedResults.Ok(new TryView(
            note.Outcome, note.IsAnswer ? note.Answer : null, note.IntentId, note.Confidence, note.Threshold, [.. ranked]));
    }
}

/// <summary>A message to try.</summary>
public sealed record TryRequest(string? Text);

/// <summary>What the bot would do with a message.</summary>
/// <param name="Outcome"><c>answer</c>, <c>unsure</c> when it would ask which of the first two is meant, or <c>handoff</c>.</param>
/// <param name="Answer">The answer a visitor would get; null when it gives none.</param>
/// <param name="IntentId">The best intent.</param>
/// <param name="Confidence">How sure, 0 to 1.</param>
/// <param name="Threshold">From which confidence on it answers.</param>
/// <param name="Ranked">The best intents.</param>
public sealed record TryView(
    string Outcome, string? Answer, string? IntentId, double Confidence, double Threshold, IReadOnlyList<RankedView> Ranked);

/// <summary>An intent with how sure the bot is of it.</summary>
public sealed record RankedView(string IntentId, string Title, double Confidence);
