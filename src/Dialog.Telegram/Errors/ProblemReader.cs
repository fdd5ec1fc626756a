namespace Dialog.Telegram;

/// <summary>Makes a <see cref="BotProblem"/> of the Bot API's answer; the words decide where the code says too little.</summary>
internal static class ProblemReader
{
    private static readonly (string Words, UnreachableReason Reason)[] Unreachable =
    [
        ("blocked by the user", UnreachableReason.Blocked),
        ("user is deactivated", UnreachableReason.Deactivated),
        ("can't initiate conversation", UnreachableReason.NeverWrote),
        ("bot was kicked", UnreachableReason.Removed),
        ("bot is not a member", UnreachableReason.Removed),
        ("chat not found", UnreachableReason.NotFound),
        ("peer_id_invalid", UnreachableReason.NotFound),
    ];

    public static BotProblem Read(Provider provider, string method, int code, string words, ReplyParameters? parameters)
    {
        if (parameters?.MigrateToChatId is { } chat) return new BotProblem.Migrated(chat, words);
        if (code == 429 || Any(provider.RateLimitTexts, words))
            return new BotProblem.TooMany(TimeSpan.FromSeconds(Math.Max(0, parameters?.RetryAfter ?? 0)), words);
        if (method != "getMe" && Reason(provider, code, words) is { } reason) return new BotProblem.Unreachable(reason, words);
        return code switch
        {
            401 => new BotProblem.Unauthorized(words),
            // What a token of a wrong shape gets; anything longer is about something else that is missing.
            404 when method != BotTransport.Download && words is "" or "Not Found" => new BotProblem.Unauthorized(words),
            < 500 when method == "getMe" => new BotProblem.Unauthorized(words),
            409 => new BotProblem.Conflict(Has(words, "webhook"), words),
            >= 500 => new BotProblem.ServerFailure(code, words),
            _ when Has(words, "can't parse entities") || Has(words, "can't find end tag") => new BotProblem.BadMarkup(words),
            _ => new BotProblem.Refused(code, words),
        };
    }

    private static bool Has(string words, string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static UnreachableReason? Reason(Provider provider, int code, string words)
    {
        foreach (var (known, reason) in Unreachable)
            if (Has(words, known))
                return reason;
        if (Any(provider.UnreachableTexts, words)) return UnreachableReason.NotFound;
        return code == 403 ? UnreachableReason.Other : null;
    }

    private static bool Any(IReadOnlyList<string> parts, string words) => parts.Any(part => Has(words, part));
}
