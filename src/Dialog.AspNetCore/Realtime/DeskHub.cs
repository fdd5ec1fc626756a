using Dialog.AspNetCore.Channels;
using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Handoff;
using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Metrics;
using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.AspNetCore.Training;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;
using Microsoft.AspNetCore.SignalR;

namespace Dialog.AspNetCore.Realtime;

/// <summary>
/// The desk's hub. A connection joins one bot's desk; every call asks again whether the caller is of its team, so
/// that who was taken out of it is out at once.
/// </summary>
internal sealed class DeskHub(
    MemberStore members, ConversationStore conversations, ConversationLog log, ConversationDesk desk,
    TrainingService training, AgentPresence presence, DeliveryStore deliveries, ChannelService channels, Audience audience, TimeProvider clock) : Hub
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    private string? BotId
    {
        get => Context.Items.TryGetValue(typeof(Bot), out var bot) ? (string?)bot : null;
        set => Context.Items[typeof(Bot)] = value;
    }

    // One for all topics of a connection, so that what it has not taken is counted together.
    private Reader Caller
    {
        get
        {
            if (!Context.Items.TryGetValue(typeof(Reader), out var reader))
                Context.Items[typeof(Reader)] = reader = new Reader(Clients.Caller, Context, clock);
            return (Reader)reader!;
        }
    }

    /// <summary>Sits down at a bot's desk.</summary>
    public Task<Reply<DeskView>> Join(JoinRequest request) => AsMember<DeskView>(request.Bot, async member =>
    {
        if (BotId is { } before && before != member.BotId)
            audience.Leave(Topics.Desk(before), Context.ConnectionId);
        BotId = member.BotId;
        presence.Arrive(member.BotId, member.UserId, Context);
        audience.Join(Topics.Desk(member.BotId), Caller);
        var open = await conversations.DeskAsync(member.BotId, Timestamp.From(clock.GetUtcNow() - Recent), Limits.DeskConversations);
        return new DeskView([.. open.Select(DeskItem.Of)], await training.StatusAsync(member.BotId));
    });

    /// <summary>Reads a conversation after a sequence number and watches it from then on.</summary>
    public Task<Reply<ReadReply>> Read(ReadRequest request) => AsMember<ReadReply>(BotId, async member =>
    {
        if (await conversations.FindAsync(member.BotId, request.Conversation ?? "") is null)
            return NotFound(member);
        audience.Join(Topics.Watchers(request.Conversation!), Caller);
        var events = await log.AfterAsync(member.BotId, request.Conversation!, request.After, Limits.EventsPage);
        var head = (await conversations.FindAsync(member.BotId, request.Conversation!))!;
        var carried = (await deliveries.OfConversationAsync(member.BotId, head.Id)).ToLookup(delivery => delivery.Sequence);
        var seen = events.Select(happened => DeskEvent.Of(happened) with
        {
            Delivery = carried[happened.Sequence].Select(delivery => DeliveryView.Of(delivery, member.Language)).FirstOrDefault(),
        });
        return new ReadReply(
            DeskItem.Of(head), [.. seen], head.Last, events.Count > 0 && events[^1].Sequence < head.Last);
    });

    /// <summary>Takes a conversation; the bot is silent from now on.</summary>
    public Task<Reply<DeskItem>> Take(ConversationRequest request) => Act(request, desk.TakeAsync);

    /// <summary>Hands a conversation back to the bot.</summary>
    public Task<Reply<DeskItem>> Return(ConversationRequest request) => Act(request, desk.ReturnAsync);

    /// <summary>Closes a conversation; the visitor's next message opens it again, with the bot.</summary>
    public Task<Reply<DeskItem>> Close(ConversationRequest request) => Act(request, desk.CloseAsync);

    /// <summary>Answers in a conversation the caller has taken. Idempotent by the client's id.</summary>
    public Task<Reply<Sent>> Answer(AnswerRequest request) => AsMember<Sent>(BotId, async member =>
    {
        if (MessageRules.Check(request.Text, mayBeEmpty: request.File is not null) is { } badText)
            return badText.In(member.Language, Limits.MessageLength);
        if (MessageRules.CheckId(request.Id) is { } badId)
            return badId.In(member.Language);
        var outcome = await desk.AnswerAsync(
            member, request.Conversation ?? "", request.Id!, request.Text ?? "", request.File, CancellationToken.None);
        return outcome.Appended is { } appended
            ? Sent.Of(appended)
            : outcome.Problem!.In(member.Language);
    });

    /// <summary>Sends to the visitor's messenger what could not be sent before.</summary>
    public Task<Reply<DeliveryChange>> Resend(ResendRequest request) => AsMember<DeliveryChange>(BotId, async member =>
    {
        var conversation = request.Conversation ?? "";
        if (await conversations.FindAsync(member.BotId, conversation) is null)
            return CommonProblems.NotFound.In(member.Language);
        var chats = await deliveries.ResendAsync(member.BotId, conversation, request.Sequence, CancellationToken.None);
        if (chats.Count == 0)
            return ChannelProblems.NothingFailed.In(member.Language);
        await channels.WakeAsync(member.BotId, conversation, CancellationToken.None);
        return new DeliveryChange(conversation, request.Sequence, new DeliveryView(DeliveryStates.Delayed, MessengerProblems.Slow.In(member.Language)));
    });

    /// <summary>The agent is typing.</summary>
    public async Task Typing(ConversationRequest request)
    {
        if (await MemberAsync(BotId) is { } member
            && await conversations.FindAsync(member.BotId, request.Conversation ?? "") is { } conversation
            && conversation.AgentId == member.UserId)
        {
            audience.Push(Topics.Visitor(conversation.Id), "typing", () => new TypingSign(Authors.Agent, member.Name));
            await channels.ShowTypingAsync(conversation, Context.ConnectionAborted);
        }
    }

    public override Task OnConnectedAsync()
    {
        DialogMetrics.Connected("desk");
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        DialogMetrics.Disconnected("desk");
        presence.Leave(Context.ConnectionId);
        audience.Forget(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private Task<Reply<DeskItem>> Act(ConversationRequest request, Func<Member, string, CancellationToken, Task<DeskOutcome>> act) =>
        AsMember<DeskItem>(BotId, async member =>
        {
            var outcome = await act(member, request.Conversation ?? "", CancellationToken.None);
            return outcome.Appended is { } appended ? DeskItem.Of(appended.Conversation) : outcome.Problem!.In(member.Language);
        });

    private async Task<Reply<T>> AsMember<T>(string? botId, Func<Member, Task<Reply<T>>> act)
    {
        var language = Language.Of(Context.GetHttpContext()!);
        try
        {
            return await MemberAsync(botId) is { } member ? await act(member) : CommonProblems.NotFound.In(language);
        }
        catch (DatabaseUnavailableException)
        {
            return CommonProblems.Unavailable.In(language);
        }
    }

    private async Task<Member?> MemberAsync(string? botId) =>
        botId is not null && SignedIn.IdOf(Context.User) is { } person ? await members.FindAsync(botId, person) : null;

    private static Reply<ReadReply> NotFound(Member member) => CommonProblems.NotFound.In(member.Language);
}
