using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.AspNetCore.Training;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dialog.AspNetCore.Bots;

internal static class BotEndpoints
{
    private const double SmallestWrongShare = 0.01;
    private const double LargestWrongShare = 0.3;

    public static void MapBots(this RouteGroupBuilder api, RouteGroupBuilder bot)
    {
        api.MapPost("/bots", CreateAsync).WithSummary("Create a bot");
        bot.MapGet("", GetAsync).WithSummary("A bot's settings and state").AllowAgents();
        bot.MapPatch("", ChangeAsync).WithSummary("Change a bot's name, greeting or care");
    }

    private static async Task<Results<Ok<BotView>, Refusal>> CreateAsync(
        NewBot request, SignedIn person, BotStore bots, TrainingService training, TimeProvider clock, CancellationToken cancellation)
    {
        if (CheckName(request.Name) is { } refusal)
            return refusal;
        if (!Language.IsKnown(request.Language))
            return CommonProblems.UnknownLanguage.Refuse();

        var bot = new Bot
        {
            Name = request.Name!.Trim(),
            Language = request.Language!,
            Greeting = BotWords.In(request.Language!).Greeting,
            CreatedAt = Timestamp.Now(clock),
        };
        await bots.AddAsync(bot, person.Id, cancellation);
        return TypedResults.Ok(BotView.Of(bot, Roles.Owner, await training.StatusAsync(bot.Id, cancellation)));
    }

    private static async Task<Results<Ok<BotView>, Refusal>> GetAsync(
        Teammate me, BotStore bots, TrainingService training, CancellationToken cancellation) =>
        TypedResults.Ok(BotView.Of(
            (await bots.FindAsync(me.BotId, cancellation))!, me.Member.Role, await training.StatusAsync(me.BotId, cancellation)));

    private static async Task<Results<Ok<BotView>, Refusal>> ChangeAsync(
        BotChange change, Teammate me, BotStore bots, TrainingService training, CancellationToken cancellation)
    {
        if (change.Name is not null && CheckName(change.Name) is { } refusal)
            return refusal;
        if (change.Greeting is { Length: > Limits.GreetingLength })
            return CommonProblems.TooLong.Refuse(BotProblems.Greeting, Limits.GreetingLength);
        if (change.WrongShare is { } share && share is not (>= SmallestWrongShare and <= LargestWrongShare))
            return BotProblems.WrongShareOutOfRange.Refuse();

        await bots.UpdateAsync(me.BotId, change.Name?.Trim(), change.Greeting?.Trim(), change.WrongShare, cancellation);
        return await GetAsync(me, bots, training, cancellation);
    }

    private static Refusal? CheckName(string? name) =>
        string.IsNullOrWhiteSpace(name) ? CommonProblems.Missing.Refuse(BotProblems.Name)
        : name.Length > Limits.NameLength ? CommonProblems.TooLong.Refuse(BotProblems.Name, Limits.NameLength)
        : null;
}
