using Dialog.AspNetCore.Channels;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Digests;

/// <summary>
/// What owners hear while they teach. What does not arrive is let go: it says what has been done, and what was pressed
/// can be pressed again.
/// </summary>
internal static class DigestReplies
{
    /// <summary>Says something in the chat of an update.</summary>
    public static async Task SayAsync(this IncomingUpdate update, string text, InlineKeyboard? keyboard, CancellationToken cancellation)
    {
        var pieces = MessageText.Plain(text).For(update.Client.Provider);
        for (var i = 0; i < pieces.Count; i++)
        {
            var (piece, below) = (pieces[i], i == pieces.Count - 1 ? keyboard : null);
            if (!await IsDoneAsync(() => update.Client.SendMessageAsync(update.Chat, piece, below, cancellation)))
                return;
        }
    }

    /// <summary>Puts a text in the place of the message whose button was pressed; where that cannot be, says it.</summary>
    public static async Task ReplaceAsync(this IncomingUpdate update, string text, InlineKeyboard? keyboard, CancellationToken cancellation)
    {
        var pieces = MessageText.Plain(text).For(update.Client.Provider);
        if (pieces.Count > 1 || update.Update.CallbackQuery?.Message is not { MessageId: > 0 and var message }
            || !await IsDoneAsync(() => update.Client.EditMessageTextAsync(update.Chat, message, pieces[0], keyboard, cancellation)))
            await update.SayAsync(text, keyboard, cancellation);
    }

    private static async Task<bool> IsDoneAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (BotApiException)
        {
            return false;
        }
    }
}
