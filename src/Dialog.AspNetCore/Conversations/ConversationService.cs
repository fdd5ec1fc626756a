using System.Diagnostics;
using Dialog.AspNetCore.Handoff;
using Dialog.AspNetCore.Metrics;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Bots;
using Dialog.Storage.Conversations;

namespace Dialog.AspNetCore.Conversations;

/// <summary>The one way of every visitor's message: matched, decided, appended.</summary>
internal sealed class ConversationService(BotStore bots, ConversationLog log, LiveModels models, AgentPresence presence)
{
    /// <summary>Takes a message in; when this ends, it and what follows from it are on the disk.</summary>
    /// <returns>Null when the bot has no such conversation.</returns>
    public async Task<Appended?> ReceiveAsync(IncomingMessage message, CancellationToken cancellation)
    {
        var decision = await DecisionAsync(message.Bot, cancellation);
        return await log.AppendAsync(
            message.Bot.Id,
            message.ConversationId,
            $"{Authors.Visitor}:{message.ClientId}",
            Decide(decision, message),
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

    private static Func<Moment, IReadOnlyList<NewEvent>> Decide(Decision decision, IncomingMessage message)
    {
        var (text, asksForPerson) = message.Act switch
        {
            VisitorAct.Says says => (says.Text, PersonRequest.IsIn(says.Text)),
            VisitorAct.Sends sends => (sends.Caption ?? sends.File.Name, false),
            VisitorAct.AsksForPerson => (decision.Words.IWantAPerson, true),
            _ => throw new ArgumentException($"{message.Act.GetType().Name} cannot be received yet.", nameof(message)),
        };
        var file = (message.Act as VisitorAct.Sends)?.File;
        // A picture's name says nothing: only words are matched.
        var note = message.Act is VisitorAct.Sends { Caption: null } ? MatchNote.Nothing : decision.Read(text);
        var data = new EventData { Via = message.Via, File = file };
        return moment => decision.OnMessage(moment, text, note, asksForPerson, data);
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
