namespace Dialog.Telegram;

/// <summary>What every method answers.</summary>
internal sealed record Reply<T>(bool Ok, T? Result, int ErrorCode, string? Description, ReplyParameters? Parameters);

internal sealed record ReplyParameters(int? RetryAfter, long? MigrateToChatId);
