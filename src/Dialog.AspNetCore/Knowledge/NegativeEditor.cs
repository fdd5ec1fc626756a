using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Knowledge;

namespace Dialog.AspNetCore.Knowledge;

/// <summary>Changes which messages are not for a bot, and trains it anew. A refusal says why nothing was changed.</summary>
internal sealed class NegativeEditor(KnowledgeStore knowledge, TrainingService training)
{
    /// <summary>Remembers messages as not for the bot; those that are remembered already change nothing.</summary>
    public Task<Refusal?> AddAsync(string botId, IReadOnlyList<string?> texts, CancellationToken cancellation) =>
        ChangeAsync(
            botId,
            known => Negatives.Check(texts, known) is { } refusal
                ? new(refusal)
                : new(null) { AddNegatives = Negatives.Fresh(texts, known) },
            cancellation);

    /// <summary>Forgets that a message is not for the bot.</summary>
    public Task<Refusal?> DropAsync(string botId, string id, CancellationToken cancellation) =>
        ChangeAsync(
            botId,
            known => known.Negatives.Any(negative => negative.Id == id)
                ? new(null) { DropNegatives = [id] }
                : new(CommonProblems.NotFound.Refuse()),
            cancellation);

    private async Task<Refusal?> ChangeAsync(string botId, Func<KnowledgeSnapshot, KnowledgeChange<Refusal?>> change, CancellationToken cancellation)
    {
        var isChanged = false;
        var refusal = await knowledge.ChangeAsync(
            botId,
            known =>
            {
                var wanted = change(known);
                isChanged = wanted.ChangesAnything;
                return wanted;
            },
            cancellation);
        if (isChanged)
            training.Request(botId);
        return refusal;
    }
}
