using System.Text.Json.Serialization;

namespace Dialog.AspNetCore.Training;

/// <summary>What the bot made of a message: what it said, or would have said.</summary>
/// <param name="Outcome"><c>answer</c>, <c>unsure</c> or <c>handoff</c>.</param>
/// <param name="Confidence">How sure it was of its best intent, 0 to 1.</param>
/// <param name="Threshold">From which confidence on it answers.</param>
/// <param name="IntentId">The best intent.</param>
/// <param name="Title">Its title.</param>
/// <param name="Answer">Its answer.</param>
/// <param name="RunnerUp">The second-best intent.</param>
public sealed record MatchNote(
    string Outcome, double Confidence, double Threshold,
    string? IntentId, string? Title, string? Answer, RunnerUp? RunnerUp)
{
    public const string Answered = "answer";
    public const string Torn = "unsure";
    public const string HandedOff = "handoff";

    /// <summary>What a bot makes of every message before it has learnt anything.</summary>
    public static MatchNote Nothing { get; } = new(HandedOff, 0, 1, null, null, null, null);

    /// <summary>Whether the bot is sure enough to answer.</summary>
    [JsonIgnore]
    public bool IsAnswer => Outcome == Answered && Answer is not null;

    /// <summary>Whether the bot should ask which of its first two intents was meant.</summary>
    [JsonIgnore]
    public bool IsTorn => Outcome == Torn && IntentId is not null && RunnerUp?.IntentId is not null;
}

/// <summary>The second-best intent.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Confidence">How sure the bot was of it, 0 to 1.</param>
/// <param name="IntentId">The intent; null in notes older than choices.</param>
public sealed record RunnerUp(string Title, double Confidence, string? IntentId = null);
