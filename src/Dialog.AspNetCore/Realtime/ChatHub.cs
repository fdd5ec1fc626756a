using Dialog.AspNetCore.Bots;
using Dialog.AspNetCore.Channels;
using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Metrics;
using Dialog.AspNetCore.Problems;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;
using Microsoft.AspNetCore.SignalR;

namespace Dialog.AspNetCore.Realtime;

/// <summary>The visitors' hub. A connection says Hello once and from then on is one visitor of one bot.</summary>
internal sealed class ChatHub(
    BotStore bots, ConversationStore conversations, ConversationLog log, ConversationService service, MessageLimiter limiter, BurstTimer bursts,
    ChannelStore channels, CarryOver carryOver, Audience audience, TimeProvider clock) : Hub
{
    private static readonly Problem HelloFirst = new(
        "dialog:hello-first", 400,
        new("This connection has not said Hello.", "این اتصال هنوز Hello نگفته است."),
        new("Call Hello with the bot's key first.", "نخست Hello را با کلید ربات فرابخوانید."));

    private Guest? Caller
    {
        get => Context.Items.TryGetValue(typeof(Guest), out var guest) ? (Guest?)guest : null;
        set => Context.Items[typeof(Guest)] = value;
    }

    // Known once a Hello has named a bot, even if that Hello was refused.
    private string Language
    {
        get => Context.Items.TryGetValue(typeof(Language), out var language) ? (string)language! : Languages.Language.Of(Context.GetHttpContext()!);
        set => Context.Items[typeof(Language)] = value;
    }

    /// <summary>Begins or goes on with a conversation.</summary>
    public Task<Reply<HelloReply>> Hello(HelloRequest request) => InWords<HelloReply>(async () =>
    {
        if (Languages.Language.IsKnown(request.Language))
            Language = request.Language!;
        if (await bots.FindByKeyAsync(request.Bot ?? "", Context.ConnectionAborted) is not { } bot)
            return BotProblems.UnknownBot.In(Language);

        if (!Languages.Language.IsKnown(request.Language))
            Language = bot.Language;
        var token = request.Token;
        var conversation = token is null ? null : await conversations.FindByTokenAsync(bot.Id, token, Context.ConnectionAborted);
        if (conversation is null && limiter.CheckBot(bot.Id) is { } busy)
            return Wait(busy);
        if (conversation is null)
            conversation = await conversations.BeginAsync(bot.Id, token = RandomId.Secret(), "web", Context.ConnectionAborted);

        if (Caller is { } before)
            audience.Leave(Topics.Visitor(before.ConversationId), Context.ConnectionId);
        Caller = new Guest(bot.Id, conversation.Id);

        // Joined before reading: what comes in between is then seen twice rather than not at all.
        audience.Join(Topics.Visitor(conversation.Id), new Reader(Clients.Caller, Context, clock));
        var page = await PageAsync(Caller, request.After);
        return new HelloReply(
            token!, conversation.Id, new ChatBot(bot.Name, bot.Language, bot.Greeting, await ChannelsAsync(bot.Id)), conversation.State,
            conversation.AgentName is { } agent ? new ChatAgent(agent) : null, page.Last, page.Events, page.More);
    });

    /// <summary>Says something. The reply means: it is on the disk. The same id again is the same message.</summary>
    public Task<Reply<Sent>> Send(SendRequest request) => InWords<Sent>(async () =>
        MessageRules.Check(request.Text) is { } problem
            ? problem.In(Language, Limits.MessageLength)
            : await ReceiveAsync(request.Id, new VisitorAct.Says(request.Text!)));

    /// <summary>Asks for a person. Idempotent like Send.</summary>
    public Task<Reply<Sent>> AskForPerson(PersonWish request) => InWords(() => ReceiveAsync(request.Id, new VisitorAct.AsksForPerson()));

    /// <summary>Picks one of what a message of the bot offered; no choice means none of these. Idempotent like Send.</summary>
    public Task<Reply<Sent>> Choose(ChoiceRequest request) =>
        InWords(() => ReceiveAsync(request.Id, new VisitorAct.Chooses(request.Sequence, request.Choice)));

    /// <summary>Says that an answer of the bot was not what was asked for. Idempotent like Send.</summary>
    public Task<Reply<Sent>> Reject(RejectionRequest request) =>
        InWords(() => ReceiveAsync(request.Id, new VisitorAct.Rejects(request.Sequence)));

    /// <summary>What happened after a sequence number, a page at a time.</summary>
    public Task<Reply<EventsPage<VisitorEvent>>> After(AfterRequest request) => InWords<EventsPage<VisitorEvent>>(async () =>
        Caller is { } guest ? await PageAsync(guest, request.After) : HelloFirst.In(Language));

    /// <summary>A link that carries the conversation into a messenger.</summary>
    public Task<Reply<MessengerLink>> Link(LinkRequest request) => InWords<MessengerLink>(async () =>
    {
        if (Caller is not { } guest)
            return HelloFirst.In(Language);
        if (limiter.Check(guest.BotId, guest.ConversationId) is { } tooFast)
            return Wait(tooFast);
        return await carryOver.LinkAsync(guest.BotId, guest.ConversationId, request.Channel ?? "", Context.ConnectionAborted) is { } link
            ? new MessengerLink(link)
            : CommonProblems.NotFound.In(Language);
    });

    /// <summary>The visitor is typing.</summary>
    public void Typing()
    {
        if (Caller is not { } guest)
            return;
        bursts.Typing(guest.ConversationId);
        audience.Push(Topics.Watchers(guest.ConversationId), "typing", () => new ConversationRequest(guest.ConversationId));
    }

    public override Task OnConnectedAsync()
    {
        DialogMetrics.Connected("chat");
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        DialogMetrics.Disconnected("chat");
        audience.Forget(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private async Task<Reply<Sent>> ReceiveAsync(string? id, VisitorAct act)
    {
        if (Caller is not { } guest)
            return HelloFirst.In(Language);
        if (MessageRules.CheckId(id) is { } problem)
            return problem.In(Language);
        if (limiter.Check(guest.BotId, guest.ConversationId) is { } tooFast)
            return Wait(tooFast);
        if (await bots.FindAsync(guest.BotId) is not { } bot)
            return CommonProblems.NotFound.In(Language);

        // Not bound to the connection: a message that has arrived is kept although its sender has gone.
        var appended = await service.ReceiveAsync(new IncomingMessage(bot, guest.ConversationId, id!, act), CancellationToken.None);
        return appended is null ? CommonProblems.NotFound.In(Language) : Sent.Of(appended);
    }

    private async Task<IReadOnlyList<ChatChannel>> ChannelsAsync(string botId) =>
    [
        .. (await channels.OfBotAsync(botId, Context.ConnectionAborted))
            .Where(channel => channel.IsOn)
            .Select(channel => new ChatChannel(channel.Id, channel.Provider)),
    ];

    private ProblemView Wait((Problem Problem, int Seconds) limit) =>
        limit.Problem.In(Language, limit.Seconds) with { RetryAfter = limit.Seconds };

    private async Task<EventsPage<VisitorEvent>> PageAsync(Guest guest, long after)
    {
        var events = await log.AfterAsync(guest.BotId, guest.ConversationId, after, Limits.EventsPage, Context.ConnectionAborted);
        var head = await conversations.FindAsync(guest.BotId, guest.ConversationId, Context.ConnectionAborted);
        var last = Math.Max(head?.Last ?? 0, events.Count > 0 ? events[^1].Sequence : 0);
        return new EventsPage<VisitorEvent>([.. events.Select(VisitorEvent.Of)], last, events.Count > 0 && events[^1].Sequence < last);
    }

    private async Task<Reply<T>> InWords<T>(Func<Task<Reply<T>>> act)
    {
        try
        {
            return await act();
        }
        catch (DatabaseUnavailableException)
        {
            return CommonProblems.Unavailable.In(Language);
        }
    }

    private sealed record Guest(string BotId, string ConversationId);
}
