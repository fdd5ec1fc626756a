using Dialog.AspNetCore.Handoff;
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
internal sealed class ConversationService(ConversationLog log, LiveModels models, AgentPresence presence)
{
    /// <summary>Takes a message in; when this ends, it and what follows from it are on the disk.</summary>
    /// <returns>Null when the bot has no such conversation.</returns>
    public async Task<Appended?> ReceiveAsync(IncomingMessage message, CancellationToken cancellation)
    {
        var bot = message.Bot;
        var words = BotWords.In(bot.Language);
        var live = await models.GetAsync(bot.Id, cancellation);
        var text = message.Text ?? words.IWantAPerson;
        var read = new ReadMessage(
            text,
            live?.Read(text, bot.WrongShare) ?? MatchNote.Nothing,
            AsksForPerson: message.Text is null || PersonRequest.IsIn(text),
            SomeoneHere: presence.IsSomeoneAtDesk(bot.Id));
        return await log.AppendAsync(
            bot.Id,
            message.ConversationId,
            $"{Authors.Visitor}:{message.ClientId}",
            (conversation, queue) => Decision.For(conversation, queue, read, words),
            cancellation);
    }
}
