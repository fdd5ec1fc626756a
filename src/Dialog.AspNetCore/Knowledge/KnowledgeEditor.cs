using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Knowledge;

namespace Dialog.AspNetCore.Knowledge;

/// <summary>The one way in which intents are changed, from the console and from anywhere else: checked, saved, trained.</summary>
internal sealed class KnowledgeEditor(KnowledgeStore knowledge, TrainingService training)
{
    /// <summary>Saves an intent over the one of that id, or as a new one.</summary>
    public Task<SavedIntent> SaveAsync(string botId, string? id, IntentRequest request, CancellationToken cancellation) =>
        SaveAsync(botId, id, _ => request, cancellation);

    /// <summary>Adds an example to an intent.</summary>
    public Task<SavedIntent> AddExampleAsync(string botId, string id, string example, CancellationToken cancellation) =>
        SaveAsync(botId, id, former => new IntentRequest(former?.Title, former?.Answer, [.. former?.Examples ?? [], example]), cancellation);

    private async Task<SavedIntent> SaveAsync(string botId, string? id, Func<Intent?, IntentRequest> request, CancellationToken cancellation)
    {
        var saved = await knowledge.ChangeAsync(
            botId,
            now =>
            {
                var former = now.Intents.FirstOrDefault(known => known.Id == id);
                var wanted = request(former);
                if (IntentRules.Check(wanted, id, now) is { } refusal)
                    return new KnowledgeChange<SavedIntent>(new SavedIntent(null, refusal));
                var intent = IntentRules.Build(wanted, former);
                return new KnowledgeChange<SavedIntent>(new SavedIntent(intent, null), [intent], []);
            },
            cancellation);
        if (saved.Intent is not null)
            training.Request(botId);
        return saved;
    }
}

/// <summary>The intent as it was saved, or why it was not.</summary>
internal sealed record SavedIntent(Intent? Intent, Refusal? Refusal);
