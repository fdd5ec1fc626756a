using Dialog.AspNetCore.Problems;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>How a channel's receiving goes.</summary>
/// <param name="Name"><c>receiving</c>, <c>troubled</c>, <c>stopped</c> or <c>off</c>.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="NextTry">When it is tried again.</param>
internal sealed record ChannelState(string Name, Problem? Problem = null, DateTimeOffset? NextTry = null)
{
    public static ChannelState Receiving { get; } = new("receiving");

    public static ChannelState Off { get; } = new("off");

    public static ChannelState Troubled(BotProblem problem, DateTimeOffset nextTry) =>
        new("troubled", MessengerProblems.Of(problem), nextTry);

    /// <summary>It does not go on by itself: somebody has to do something.</summary>
    public static ChannelState Stopped(Problem problem) => new("stopped", problem);

    public static ChannelState Of(PollState state) => state switch
    {
        PollState.Troubled troubled => Troubled(troubled.Problem, troubled.NextTry),
        PollState.Stopped { Problem: { } problem } => Stopped(MessengerProblems.Of(problem)),
        _ => Receiving,
    };
}
