using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Conversations;
using Dialog.Storage.Attachments;
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
    MessageLimiter limiter, AttachmentFiles files, ChannelSecrets secrets, ChannelPushes pushes, IServiceProvider services)
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
            { Message: { } message } => await SayAsync(incoming, message, cancellation),
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

    private async Task<TimeSpan?> SayAsync(IncomingUpdate incoming, Message message, CancellationToken cancellation)
    {
        var act = IncomingContent.Read(message, incoming.Bot.Language);
        var file = IncomingFile.Of(message);
        if (act is null && file is null)
            return null;
        var chat = await MeetAsync(incoming, cancellation);
        return await ReceiveAsync(
            incoming, chat, async () => act ?? await FileAsync(incoming, chat, file!, message.Caption, cancellation), cancellation);
    }

    private async Task<TimeSpan?> EditAsync(IncomingUpdate incoming, Message edited, CancellationToken cancellation)
    {
        if (await updates.OfMessageAsync(incoming.Channel.Id, incoming.Chat, edited.MessageId, cancellation) is not { } first)
            return await SayAsync(incoming, edited, cancellation);
        if ((edited.Text ?? edited.Caption) is not { } text || string.IsNullOrWhiteSpace(text))
            return null;
        return await ReceiveAsync(
            incoming, await MeetAsync(incoming, cancellation), new VisitorAct.Edits(incoming.ClientIdOf(first), text), cancellation);
    }

    private async Task<MessengerChat> MeetAsync(IncomingUpdate incoming, CancellationToken cancellation)
    {
        var met = await chats.MeetAsync(incoming.Channel, incoming.Chat, incoming.Person, cancellation);
        if (met.WasUnreachable)
            await pushes.ConversationAsync(met.Chat.BotId, met.Chat.ConversationId, cancellation);
        return met.Chat;
    }

    // The id is made of the update's, so that the same update again brings the same file.
    private async Task<VisitorAct> FileAsync(
        IncomingUpdate incoming, MessengerChat chat, IncomingFile file, string? caption, CancellationToken cancellation)
    {
        if (file.Size > Math.Min(incoming.Client.Provider.DownloadBytes, Limits.AttachmentBytes))
            return IncomingContent.TooLarge(file, caption);
        var noted = await files.NoteAsync(
            new Attachment
            {
                Id = secrets.IdFor(incoming.Channel, incoming.ClientId),
                BotId = chat.BotId,
                ConversationId = chat.ConversationId,
                Name = file.Name,
                Type = file.Type ?? "",
                Size = file.Size,
                Source = ChannelFiles.SourceOf(incoming.Channel, file),
            },
            cancellation);
        return new VisitorAct.Sends(AttachedFile.Of(noted), string.IsNullOrWhiteSpace(caption) ? null : caption);
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

    private Task<TimeSpan?> ReceiveAsync(IncomingUpdate incoming, MessengerChat chat, VisitorAct act, CancellationToken cancellation) =>
        ReceiveAsync(incoming, chat, () => Task.FromResult(act), cancellation);

    // A messenger's visitor cannot be told to write again: what is over the limit waits.
    private async Task<TimeSpan?> ReceiveAsync(
        IncomingUpdate incoming, MessengerChat chat, Func<Task<VisitorAct>> act, CancellationToken cancellation)
    {
        if (limiter.Check(chat.BotId, chat.ConversationId) is { } tooFast)
            return TimeSpan.FromSeconds(tooFast.Seconds);
        await conversations.ReceiveAsync(
            new IncomingMessage(incoming.Bot, chat.ConversationId, incoming.ClientId, await act(), incoming.Channel.Provider), cancellation);
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
