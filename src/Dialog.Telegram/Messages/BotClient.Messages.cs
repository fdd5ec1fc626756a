using System.Text.Json;

namespace Dialog.Telegram;

public sealed partial class BotClient
{
    /// <summary>
    /// Sends a message. It is tried again only where it certainly did not arrive; after a
    /// <see cref="BotProblem.Network"/> with <c>MaybeDone</c> or a <see cref="BotProblem.ServerFailure"/> the caller decides.
    /// </summary>
    /// <param name="chat">The chat's id.</param>
    /// <param name="text">One piece, as <see cref="MessageText.For"/> gives them. Markup the messenger can't read is left away.</param>
    /// <param name="keyboard">Buttons below it.</param>
    /// <param name="cancellation">Takes it out of the queue, or stops waiting for the answer.</param>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    public Task<Message> SendMessageAsync(
        long chat, MessageText text, InlineKeyboard? keyboard = null, CancellationToken cancellation = default)
    {
        Check(text, Provider.TextLength);
        return SendAsync(chat, inner => MarkedUpAsync(text, Provider.TextLength, (words, mode) =>
            SayAsync("sendMessage", new SendMessageArguments(chat, words, mode, keyboard), repeatable: false, inner)), cancellation);
    }

    /// <summary>Changes a message of the bot's. That it says so already is fine. Without a keyboard its buttons go away.</summary>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    public async Task EditMessageTextAsync(
        long chat, long message, MessageText text, InlineKeyboard? keyboard = null, CancellationToken cancellation = default)
    {
        Check(text, Provider.TextLength);
        try
        {
            await Pacer.RunInChatAsync(chat, inner => MarkedUpAsync(text, Provider.TextLength, (words, mode) => SayAsync("editMessageText",
                new EditMessageTextArguments(chat, message, words, mode, keyboard), repeatable: true, inner)), cancellation);
        }
        catch (BotApiException exception) when (Refused(exception, "message is not modified"))
        {
            // Somebody was there before, or it is a retry of one that got through.
        }
    }

    /// <summary>Takes the buttons away from a message of the bot's. That it has none already is fine.</summary>
    public async Task RemoveKeyboardAsync(long chat, long message, CancellationToken cancellation = default)
    {
        try
        {
            await Pacer.RunInChatAsync(chat, inner =>
                SayAsync("editMessageReplyMarkup", new EditMessageReplyMarkupArguments(chat, message), repeatable: true, inner), cancellation);
        }
        catch (BotApiException exception) when (Refused(exception, "message is not modified"))
        {
            // A retry of one that got through, or a second press.
        }
    }

    /// <summary>Ends the spinning of a pressed button, with a short text (200 units) or without. Do it promptly; too late is no error.</summary>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    public async Task AnswerCallbackQueryAsync(string query, string? text = null, CancellationToken cancellation = default)
    {
        if (text?.Length > Provider.CallbackAnswerLength)
            throw new ArgumentException($"A button is answered with at most {Provider.CallbackAnswerLength} units.", nameof(text));
        try
        {
            await DoAsync("answerCallbackQuery", new AnswerCallbackQueryArguments(query, text), cancellation);
        }
        catch (BotApiException exception) when (Refused(exception, "query is too old") || Refused(exception, "query ID is invalid"))
        {
            // The spinning has ended by itself.
        }
    }

    /// <summary>
    /// Shows what the bot does, for 5 s. A sign that comes late is of no use: it is tried once, not during a pause, and
    /// a failure is only told by the result.
    /// </summary>
    public async Task<bool> SendChatActionAsync(long chat, ChatAction action = ChatAction.Typing, CancellationToken cancellation = default)
    {
        if (Pacer.Bot.Pause > TimeSpan.Zero) return false;
        var name = action switch
        {
            ChatAction.UploadPhoto => "upload_photo",
            ChatAction.UploadDocument => "upload_document",
            _ => "typing",
        };
        try
        {
            var rules = new CallRules("sendChatAction", Options.CallTimeout) { Once = true };
            await DoAsync("sendChatAction", new SendChatActionArguments(chat, name), cancellation, rules);
            return true;
        }
        catch (BotApiException)
        {
            return false;
        }
    }

    private Task<Message> SendAsync(long chat, Func<CancellationToken, Task<JsonElement>> send, CancellationToken cancellation) =>
        Pacer.RunInChatAsync(chat, async inner =>
        {
            var message = Message.ReadSent(await send(inner), chat);
            if (message.Chat.IsGroup) Pacer.MarkGroup(chat);
            return message;
        }, cancellation);

    private Task<JsonElement> SayAsync<TArguments>(
        string method, TArguments arguments, bool repeatable, CancellationToken cancellation) =>
        DoAsync(method, arguments, cancellation, new CallRules(method, Options.CallTimeout) { Counted = true, Repeatable = repeatable });

    /// <summary>As HTML where the messenger can and there is something to mark up; as plain text otherwise, and when it can't be read.</summary>
    private async Task<T> MarkedUpAsync<T>(MessageText text, int limit, Func<string, string?, Task<T>> send, bool again = true)
    {
        if (Provider.Html && text.HasMarkup)
        {
            try
            {
                return await send(text.ToHtml(), "HTML");
            }
            catch (BotApiException exception) when (again && exception.Problem is BotProblem.BadMarkup)
            {
                // A missing bold word is better than a missing message.
            }
        }
        var plain = text.ToPlain();
        return await send(plain.Length <= limit ? plain : text.Text, null);
    }

    private static void Check(MessageText text, int limit)
    {
        if (text.IsEmpty || text.Length > limit)
            throw new ArgumentException($"A text is 1 to {limit} units long; cut it with MessageText.For or Split.", nameof(text));
    }

    private static bool Refused(BotApiException exception, string words) =>
        exception.Problem is BotProblem.Refused && exception.Problem.Description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
