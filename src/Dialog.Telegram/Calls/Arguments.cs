namespace Dialog.Telegram;

/// <summary>What each method is sent; null is left out.</summary>
internal sealed record NoArguments;

internal sealed record GetUpdatesArguments(long? Offset, int Limit, int Timeout, IReadOnlyList<string>? AllowedUpdates);

internal sealed record SetWebhookArguments(
    string Url, string? SecretToken, IReadOnlyList<string>? AllowedUpdates, bool? DropPendingUpdates);

internal sealed record DeleteWebhookArguments(bool? DropPendingUpdates);

internal sealed record SendMessageArguments(long ChatId, string Text, string? ParseMode, InlineKeyboard? ReplyMarkup);

internal sealed record EditMessageTextArguments(
    long ChatId, long MessageId, string Text, string? ParseMode, InlineKeyboard? ReplyMarkup);

internal sealed record EditMessageReplyMarkupArguments(long ChatId, long MessageId);

internal sealed record SetMyCommandsArguments(IReadOnlyList<BotCommand> Commands);

internal sealed record AnswerCallbackQueryArguments(string CallbackQueryId, string? Text);

internal sealed record SendChatActionArguments(long ChatId, string Action);

internal sealed record GetFileArguments(string FileId);

internal sealed record GetUserProfilePhotosArguments(long UserId, int Limit);
