namespace Dialog.Telegram;

/// <summary>Why a call failed, as something to act on. Descriptions come from the messenger, without the token.</summary>
public abstract record BotProblem
{
    private BotProblem(string description) => Description = description;

    /// <summary>The messenger's or the network's own words, in English, for a log.</summary>
    public string Description { get; }

    /// <summary>Whether the same call may well work a little later.</summary>
    public virtual bool IsTransient => false;

    /// <summary>The token is wrong or has been revoked.</summary>
    public sealed record Unauthorized(string Words) : BotProblem(Words);

    /// <summary>Somebody else receives this bot's updates: another poller, or a webhook.</summary>
    public sealed record Conflict(bool WithWebhook, string Words) : BotProblem(Words);

    /// <summary>The bot was told to slow down and the wait is longer than the caller has patience for.</summary>
    public sealed record TooMany(TimeSpan RetryAfter, string Words) : BotProblem(Words)
    {
        /// <inheritdoc/>
        public override bool IsTransient => true;
    }

    /// <summary>The chat can't be written to until its person writes again.</summary>
    public sealed record Unreachable(UnreachableReason Reason, string Words) : BotProblem(Words);

    /// <summary>The group has become a supergroup; use its new id from now on.</summary>
    public sealed record Migrated(long NewChatId, string Words) : BotProblem(Words);

    /// <summary>The markup of a text could not be read by the messenger.</summary>
    public sealed record BadMarkup(string Words) : BotProblem(Words);

    /// <summary>A file is larger than the messenger carries.</summary>
    public sealed record TooLarge(long LimitBytes) : BotProblem($"The file is larger than {LimitBytes} bytes.");

    /// <summary>The call was understood and refused, with the HTTP-like code of the Bot API.</summary>
    public sealed record Refused(int Code, string Words) : BotProblem(Words);

    /// <summary>The messenger is in trouble itself (5xx); a message may have gone out all the same.</summary>
    public sealed record ServerFailure(int Code, string Words) : BotProblem(Words)
    {
        /// <inheritdoc/>
        public override bool IsTransient => true;
    }

    /// <summary>
    /// The network failed or was too slow. <paramref name="MaybeDone"/> is false when the call certainly never reached
    /// the messenger: only then may a message be sent again without a risk of saying it twice.
    /// </summary>
    public sealed record Network(bool MaybeDone, string Words) : BotProblem(Words)
    {
        /// <inheritdoc/>
        public override bool IsTransient => true;
    }

    /// <summary>The address lies inside the server's own network, and <see cref="BotOptions.PublicOnly"/> is set. Nothing was sent.</summary>
    public sealed record PrivateAddress() : BotProblem("The address is not on the public internet.");

    /// <summary>What answered is no Bot API: a filter's page, a proxy's error, a wrong address, an answer of a shape nobody knows.</summary>
    public sealed record NotBotApi(int HttpStatus) : BotProblem($"HTTP {HttpStatus}, and no answer of a Bot API.")
    {
        /// <inheritdoc/>
        public override bool IsTransient => true;
    }

    /// <summary>Updates came, but could not be stored; nothing is confirmed, they come again.</summary>
    public sealed record NotTaken(Exception Cause) : BotProblem(Cause.Message)
    {
        /// <inheritdoc/>
        public override bool IsTransient => true;
    }

    /// <summary>Too many calls failed lately, so nothing is tried for a while; this call certainly was not made.</summary>
    public sealed record Resting(TimeSpan RetryAfter) : BotProblem("Too many calls failed lately; waiting before the next.")
    {
        /// <inheritdoc/>
        public override bool IsTransient => true;
    }
}

/// <summary>Why a chat can't be written to.</summary>
public enum UnreachableReason
{
    /// <summary>The messenger gave another reason; see the description.</summary>
    Other,

    /// <summary>The person has blocked the bot.</summary>
    Blocked,

    /// <summary>The person's account is gone.</summary>
    Deactivated,

    /// <summary>There is no such chat for this bot.</summary>
    NotFound,

    /// <summary>The bot was removed from the group.</summary>
    Removed,

    /// <summary>The person has never written to the bot, and bots can't write first.</summary>
    NeverWrote,
}
