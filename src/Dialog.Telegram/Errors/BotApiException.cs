namespace Dialog.Telegram;

/// <summary>
/// A call of the Bot API failed. It carries the <see cref="Problem"/>, and on purpose no inner exception: those may
/// hold addresses, and addresses hold the token.
/// </summary>
public sealed class BotApiException(string method, BotProblem problem)
    : Exception($"{method}: {problem.GetType().Name}: {problem.Description}")
{
    /// <summary>The method that was called, such as <c>sendMessage</c>.</summary>
    public string Method { get; } = method;

    /// <summary>What went wrong.</summary>
    public BotProblem Problem { get; } = problem;
}
