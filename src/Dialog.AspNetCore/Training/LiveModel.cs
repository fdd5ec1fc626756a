using Dialog.Matching;
using Dialog.Storage.Knowledge;
using Dialog.Storage.Training;

namespace Dialog.AspNetCore.Training;

/// <summary>A bot's model in memory, with the answers it gives.</summary>
internal sealed class LiveModel(ModelVersion version, IntentModel model, KnowledgeSnapshot knowledge)
{
    private readonly Dictionary<string, Intent> _intents = knowledge.Intents.ToDictionary(intent => intent.Id);

    public ModelVersion Version { get; } = version;

    public MatchResult Match(string text) => model.Match(text);

    /// <summary>The intent as it was when the model was made; null when it has been deleted since.</summary>
    public Intent? Intent(string id) => _intents.GetValueOrDefault(id);

    public double ThresholdFor(double wrongShare) => model.ThresholdFor(wrongShare);

    /// <summary>Reads a message: the best intent, how sure, and whether that is sure enough.</summary>
    public MatchNote Read(string text, double wrongShare)
    {
        var ranked = Match(text).Ranked;
        var threshold = ThresholdFor(wrongShare);
        if (ranked.Count == 0 || Intent(ranked[0].Id) is not { } best)
            return MatchNote.Nothing with { Threshold = threshold };

        var second = ranked.Count > 1 ? Intent(ranked[1].Id) : null;
        return new MatchNote(
            ranked[0].Confidence >= threshold ? MatchNote.Answered : MatchNote.HandedOff,
            ranked[0].Confidence,
            threshold,
            best.Id,
            best.Title,
            best.Answer,
            second is null ? null : new RunnerUp(second.Title, ranked[1].Confidence));
    }
}
