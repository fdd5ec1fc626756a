using System.Text.Json.Serialization;
using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Training;

/// <summary>Where a bot's training stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrainingState>))]
public enum TrainingState
{
    /// <summary>There is nothing to learn from yet.</summary>
    [JsonStringEnumMemberName("empty")]
    Empty,

    /// <summary>A change waits for its turn.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>It is being trained.</summary>
    [JsonStringEnumMemberName("training")]
    Training,

    /// <summary>What the owner sees is what visitors get.</summary>
    [JsonStringEnumMemberName("live")]
    Live,

    /// <summary>The last training failed; the model before it goes on serving.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>Where a bot's training stands, for people.</summary>
/// <param name="State">The state.</param>
/// <param name="Progress">How far a running training is, 0 to 1.</param>
/// <param name="Version">The live model's version; 0 before the first.</param>
/// <param name="TrainedAt">When the live model was made.</param>
/// <param name="Intents">Intents the bot knows.</param>
/// <param name="Examples">Phrasings the bot knows.</param>
/// <param name="Milliseconds">How long the live model's training took.</param>
/// <param name="Problem">Why the last training failed.</param>
public sealed record TrainingView(
    TrainingState State, double Progress, int Version, DateTimeOffset? TrainedAt,
    int Intents, int Examples, long Milliseconds, ProblemView? Problem);

/// <summary>A bot's training changed: pushed to its desk.</summary>
public sealed record TrainingChange(string Bot, TrainingView Training);
