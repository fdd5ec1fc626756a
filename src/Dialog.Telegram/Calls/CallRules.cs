namespace Dialog.Telegram;

/// <summary>How a call may be treated.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Timeout">How long one attempt may take.</param>
internal sealed record CallRules(string Method, TimeSpan Timeout)
{
    /// <summary>Doing it twice does no more than doing it once.</summary>
    public bool Repeatable { get; init; } = true;

    /// <summary>What is sent can be sent again: false for a stream that can't be wound back.</summary>
    public bool Replayable { get; init; } = true;

    /// <summary>A message: it takes a place in the bot's pace.</summary>
    public bool Counted { get; init; }

    /// <summary>One attempt, now or never: no pause is waited for and no circuit opened or asked.</summary>
    public bool Once { get; init; }
}
