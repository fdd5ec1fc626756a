using Dialog.Matching;
using Dialog.Storage.Knowledge;
using Dialog.Storage.Training;

namespace Dialog.AspNetCore.Training;

/// <summary>A bot's model in memory, with the answers it gives.</summary>
internal sealed class LiveModel(ModelVersion version, IntentModel model, KnowledgeSnapshot knowledge)
{
    // An entry of the dictionary, the intent and its id.
    private const int IntentSize = 250;

    // How visitors say it is in the model already.
    private readonly Dictionary<string, Intent> _intents = knowledge.Intents.ToDictionary(intent => intent.Id, intent => intent with { Examples = [] });

    public ModelVersion Version { get; } = version;

    /// <summary>The model itself, for the next training to go on from.</summary>
    public IntentModel Model { get; } = model;

    /// <summary>Bytes of memory it takes, about.</summary>
    public long Size => Model.Size + _intents.Values.Sum(intent => IntentSize + Of(intent.Title) + Of(intent.Answer));

    public MatchResult Match(string text) => Model.Match(text);

    /// <summary>The intent as it was when the model was made, without its examples; null when it has been deleted since.</summary>
    public Intent? Intent(string id) => _intents.GetValueOrDefault(id);

    public double ThresholdFor(double wrongShare) => Model.ThresholdFor(wrongShare);

    private static long Of(string text) => 32 + (sizeof(char) * (long)text.Length);

    /// <summary>Reads a message: the best intent, how sure, and whether that is sure enough.</summary>
    public MatchNote Read(string text, double wrongShare)
    {
        var result = Match(text);
        var threshold = ThresholdFor(wrongShare);
        if (Intent(result.Best.Id) is not { } best)
            return MatchNote.Nothing with { Threshold = threshold };

        var second = result.Ranked.Count > 1 ? Intent(result.Ranked[1].Id) : null;
        var outcome = result.Decide(threshold) switch
        {
            MatchOutcome.Answer => MatchNote.Answered,
            // Of only two intents, either may be meant by whatever the bot does not know.
            MatchOutcome.Unsure when second is not null && _intents.Count > 2 => MatchNote.Torn,
            _ => MatchNote.HandedOff,
        };
        return new MatchNote(
            outcome, result.Confidence, threshold, best.Id, best.Title, best.Answer,
            second is null ? null : new RunnerUp(second.Title, result.Ranked[1].Confidence, second.Id));
    }
}
