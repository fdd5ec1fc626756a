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
    /// <returns>
    /// Null when the bot has no such conversation. Without events when the act changes nothing: a press on what was
    /// never offered, or not for the first time.
    /// </returns>
    public async Task<Appended?> ReceiveAsync(IncomingMessage message, CancellationToken cancellation)
    {
        var decision = await DecisionAsync(message.Bot, cancellation);
        var pressed = message.Act switch
        {
            VisitorAct.Chooses chooses => await PressedAsync(message, chooses.Sequence, decision, cancellation),
            VisitorAct.Rejects rejects => await PressedAsync(message, rejects.Sequence, decision, cancellation),
            _ => null,
        };
        return await log.AppendAsync(
            message.Bot.Id,
            message.ConversationId,
            $"{Authors.Visitor}:{message.ClientId}",
            pressed?.Sequence,
            message.Act switch
            {
                VisitorAct.Says says => OnWords(decision, says.Text, message.Via),
                VisitorAct.Sends sends => OnFile(decision, sends, message.Via),
                VisitorAct.AsksForPerson => moment => decision.OnPersonButton(moment, message.Via),
                VisitorAct.Chooses chooses => moment => pressed?.OnChoice(moment, chooses.IntentId, message.Via) ?? [],
                VisitorAct.Rejects => moment => pressed?.OnRejection(moment, message.Via) ?? [],
                VisitorAct.Starts => moment => decision.OnStart(moment, message.Bot.Greeting, message.Via),
                VisitorAct.Shows shows => moment => decision.OnShow(moment, shows, message.Via),
                VisitorAct.Edits edits => await OnEditAsync(decision, message, edits, cancellation),
                _ => throw new ArgumentException($"Nothing follows from {message.Act.GetType().Name}.", nameof(message)),
            },
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

    // A log is never rewritten, so what was pressed may be read before the transaction.
    private async Task<PressDecision?> PressedAsync(IncomingMessage message, long sequence, Decision decision, CancellationToken cancellation) =>
        await log.FindAsync(message.Bot.Id, message.ConversationId, sequence, cancellation) is { Author: Authors.Bot } about
            ? new PressDecision(decision, sequence, EventData.Of(about.Data))
            : null;

    // A change of what is not known any more is a message like any other.
    private async Task<Func<Moment, IReadOnlyList<NewEvent>>> OnEditAsync(
        Decision decision, IncomingMessage message, VisitorAct.Edits edits, CancellationToken cancellation)
    {
        var first = await log.FindByClientIdAsync(message.Bot.Id, message.ConversationId, $"{Authors.Visitor}:{edits.ClientId}", cancellation);
        if (first is null)
            return OnWords(decision, edits.Text, message.Via);
        var later = await log.EditsAfterAsync(message.Bot.Id, message.ConversationId, first.Sequence, cancellation);
        var now = later.LastOrDefault(edit => EventData.Of(edit.Data).Edits == first.Sequence) ?? first;
        return moment => decision.OnEdit(moment, first.Sequence, now, edits.Text, message.Via);
    }

    private static Func<Moment, IReadOnlyList<NewEvent>> OnWords(Decision decision, string text, string? via)
    {
        var note = decision.Read(text);
        var asksForPerson = PersonRequest.IsIn(text);
        return moment => decision.OnMessage(moment, text, note, asksForPerson, new EventData { Via = via });
    }

    // A picture's name says nothing: only words are matched.
    private static Func<Moment, IReadOnlyList<NewEvent>> OnFile(Decision decision, VisitorAct.Sends sends, string? via)
    {
        var note = sends.Caption is null ? MatchNote.Nothing : decision.Read(sends.Caption);
        var data = new EventData { Via = via, File = sends.File };
        return moment => decision.OnMessage(moment, sends.Caption ?? sends.File.Name, note, asksForPerson: false, data);
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
            id => live?.Intent(id),
            presence.IsSomeoneAtDesk(bot.Id));
    }
}
