namespace Dialog.Telegram;

/// <summary>How long polling goes.</summary>
public abstract record PollState
{
    private PollState()
    {
    }

    /// <summary>The last poll went well.</summary>
    public sealed record Receiving : PollState;

    /// <summary>The last poll failed, or what it brought could not be stored; the next comes at <paramref name="NextTry"/>.</summary>
    public sealed record Troubled(BotProblem Problem, DateTimeOffset NextTry) : PollState;

    /// <summary>Not running; with a problem when it could not go on.</summary>
    public sealed record Stopped(BotProblem? Problem = null) : PollState;
}
