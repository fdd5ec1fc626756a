using Dialog.AspNetCore.Conversations;
using Dialog.Storage.Bots;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;
using Dialog.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>
/// Works off one update: what a person wrote, changed or pressed goes the way of every visitor's act. Only private
/// chats are spoken to; in groups the bot stays silent. The same update again changes nothing.
/// </summary>
/// <remarks>Takers are looked up late, as they may depend on the channels themselves.</remarks>
internal sealed class UpdateHandler(
    BotStore bots, ChatStore chats, UpdateStore updates, ConversationLog log, ConversationService conversations,
    MessageLimiter limiter, ChannelPushes pushes, IServiceProvider services)
{
    /// <returns>How long to wait before it is tried again; null when it is done.</returns>
    public async Task<TimeSpan?> HandleAsync(Channel channel, BotClient client, Update update, CancellationToken cancellation)
    {
        if (update.Chat is not { IsPrivate: true } place || await bots.FindAsync(channel.BotId, cancellation) is not { } bot)
            return null;
        var incoming = new IncomingUpdate(channel, bot, client, update, place.Id, PersonOf(update, place));
        if (update.MyChatMember is { } member)
            return await ChangeAsync(incoming, member, cancellation);
        if (await IsTakenAsync(incoming, cancellation))
            return null;
        return update switch
        {
            { Message: { } message } => await SayAsync(incoming, IncomingContent.Read(message, bot.Language), cancellation),
            { EditedMessage: { } edited } => await EditAsync(incoming, edited, cancellation),
            { CallbackQuery: { } press } => await PressAsync(incoming, press, cancellation),
            _ => null,
        };
    }

    private static MessengerPerson PersonOf(Update update, Telegram.Chat place)
    {
        var from = update.Message?.From ?? update.EditedMessage?.From ?? update.CallbackQuery?.From ?? update.MyChatMember?.From;
        var name = from?.FullName ?? $"{place.FirstName} {place.LastName}".Trim();
        return new MessengerPerson(Cut(name), from?.Username ?? place.Username);
    }

    private static string Cut(string name) => name.Length <= Limits.NameLength ? name : MessageText.Plain(name).Split(Limits.NameLength)[0].Text;

    private async Task<bool> IsTakenAsync(IncomingUpdate incoming, CancellationToken cancellation)
    {
        foreach (var taker in services.GetServices<IUpdateTaker>())
            if (await taker.TakeAsync(incoming, cancellation))
                return true;
        if (!DeepLink.TryRead(incoming.Update.Message?.Text, out var word) || word.Length == 0)
            return false;
        foreach (var taker in services.GetServices<IStartWord>())
            if (await taker.TakeAsync(incoming, word, cancellation))
                return true;
        return false;
    }

    private async Task<TimeSpan?> ChangeAsync(IncomingUpdate incoming, ChatMemberUpdated member, CancellationToken cancellation)
    {
        if (await chats.FindAsync(incoming.Channel, incoming.Chat, cancellation) is { } chat
            && await chats.MarkAsync(chat.Id, member.NewChatMember?.IsOut == true ? Unreachable.Blocked : null, cancellation))
            await pushes.ConversationAsync(chat.BotId, chat.ConversationId, cancellation);
        return null;
    }

    private async Task<TimeSpan?> SayAsync(IncomingUpdate incoming, VisitorAct? act, CancellationToken cancellation)
    {
        if (act is null)
            return null;
        var met = await chats.MeetAsync(incoming.Channel, incoming.Chat, incoming.Person, cancellation);
        if (met.WasUnreachable)
            await pushes.ConversationAsync(met.Chat.BotId, met.Chat.ConversationId, cancellation);
        return await ReceiveAsync(incoming, met.Chat, act, cancellation);
    }

    private async Task<TimeSpan?> EditAsync(IncomingUpdate incoming, Message edited, CancellationToken cancellation)
    {
        var act = IncomingContent.Read(edited, incoming.Bot.Language);
        if (act is VisitorAct.Says says
            && await updates.OfMessageAsync(incoming.Channel.Id, incoming.Chat, edited.MessageId, cancellation) is { } first)
            act = new VisitorAct.Edits(incoming.ClientIdOf(first), says.Text);
        return await SayAsync(incoming, act, cancellation);
    }

    private async Task<TimeSpan?> PressAsync(IncomingUpdate incoming, CallbackQuery press, CancellationToken cancellation)
    {
        if (await chats.FindAsync(incoming.Channel, incoming.Chat, cancellation) is { } chat
            && await ReadAsync(chat, Buttons.Read(press.Data), cancellation) is { } act
            && await ReceiveAsync(incoming, chat, act, cancellation) is { } rest)
            return rest;
        if (press.Message is { MessageId: > 0 and var message })
            _ = RemoveKeyboardAsync(incoming, message);
        return null;
    }

    // A button of a conversation that the chat no longer carries is as stale as one that offers nothing any more.
    private async Task<VisitorAct?> ReadAsync(MessengerChat chat, Press? press, CancellationToken cancellation)
    {
        if (press is null || press.ConversationId != chat.ConversationId)
            return null;
        if (press.IsReject)
            return new VisitorAct.Rejects(press.Sequence);
        if (press.Index is not { } index)
            return new VisitorAct.Chooses(press.Sequence, null);
        var asked = await log.AfterAsync(chat.BotId, chat.ConversationId, press.Sequence - 1, limit: 1, cancellation);
        var choices = asked.Count == 0 ? null : EventData.Of(asked[0].Data).Choices;
        return index < choices?.Count ? new VisitorAct.Chooses(press.Sequence, choices[index].Id) : null;
    }

    // A messenger's visitor cannot be told to write again: what is over the limit waits.
    private async Task<TimeSpan?> ReceiveAsync(IncomingUpdate incoming, MessengerChat chat, VisitorAct act, CancellationToken cancellation)
    {
        if (limiter.Check(chat.BotId, chat.ConversationId) is { } tooFast)
            return TimeSpan.FromSeconds(tooFast.Seconds);
        await conversations.ReceiveAsync(
            new IncomingMessage(incoming.Bot, chat.ConversationId, incoming.ClientId, act, incoming.Channel.Provider), cancellation);
        return null;
    }

    private static async Task RemoveKeyboardAsync(IncomingUpdate incoming, long message)
    {
        try
        {
            await incoming.Client.RemoveKeyboardAsync(incoming.Chat, message);
        }
        catch (Exception error) when (error is BotApiException or ObjectDisposedException or OperationCanceledException)
        {
            // A button that stays is stale: pressing it changes nothing.
        }
    }
}
