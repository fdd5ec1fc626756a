using System.Diagnostics;
using Dialog.AspNetCore.Handoff;
using Dialog.AspNetCore.Metrics;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Bots;
using Dialog.Storage.Conversations;

namespace Dialog.AspNetCore.Conversations;

/// <summary>A message on its way in, from whatever channel.</summary>
/// <param name="Bot">The bot it is for.</param>
/// <param name="ConversationId">The visitor's conversation.</param>
/// <param name="ClientId">The sender's own id of it, for repeats.</param>
/// <param name="Text">The words; null when the visitor pressed the button for a person.</param>
internal sealed record IncomingMessage(Bot Bot, string ConversationId, string ClientId, string? Text);

/// <summary>The one way of every visitor's message: matched, decided, appended.</summary>
internal sealed class ConversationService(BotStore bots, ConversationLog log, LiveModels models, AgentPresence presence)
{
    /// <summary>Takes a message in; when this ends, it and what follows from it are on the disk.</summary>
    /// <returns>Null when the bot has no such conversation.</returns>
    public async Task<Appended?> ReceiveAsync(IncomingMessage message, CancellationToken cancellation)
    {
        var decision = await DecisionAsync(message.Bot, cancellation);
        var text = message.Text ?? decision.Words.IWantAPerson;
        var asksForPerson = message.Text is null || PersonRequest.IsIn(text);
        var note = decision.Read(text);
        return await log.AppendAsync(
            message.Bot.Id,
            message.ConversationId,
            $"{Authors.Visitor}:{message.ClientId}",
            moment => decision.OnMessage(moment, text, note, asksForPerson),
            cancellation);
    }

    /// <summary>Decides about messages whose continuation has not come.</summary>
    public async Task DecideAsync(string botId, string conversationId, CancellationToken cancellation)
    {
        if (await bots.FindAsync(botId, cancellation) is not { } bot)
            return;
        var decision = await DecisionAsync(bot, cancellation);
        await log.AppendAsync(botId, conversationId, clientId: null, decision.OnPause, cancellation);
    }

    private static MatchNote Read(LiveModel? live, string text, double wrongShare)
    {
        if (live is null)
            return MatchNote.Nothing;
        var began = Stopwatch.GetTimestamp();
        var note = live.Read(text, wrongShare);
        DialogMetrics.Matched(Stopwatch.GetElapsedTime(began));
        return note;
    }

    private async Task<Decision> DecisionAsync(Bot bot, CancellationToken cancellation)
    {
        var live = await models.GetAsync(bot.Id, cancellation);
        return new Decision(
            BotWords.In(bot.Language),
            text => Read(live, text, bot.WrongShare),
            presence.IsSomeoneAtDesk(bot.Id));
    }
}
