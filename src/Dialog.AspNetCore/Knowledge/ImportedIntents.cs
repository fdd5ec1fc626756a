using Dialog.AspNetCore.Knowledge.Import;
using Dialog.Storage.Knowledge;

namespace Dialog.AspNetCore.Knowledge;

/// <summary>The intents that a plan creates or adds to.</summary>
internal static class ImportedIntents
{
    public static IReadOnlyList<Intent> Of(ImportPlan plan, KnowledgeSnapshot known)
    {
        var former = known.Intents.ToDictionary(intent => intent.Id);
        var created = plan.Pairs.Where(pair => pair.State == PairState.New).Select(pair => new Intent
        {
            Title = pair.Title ?? IntentTitle.From(pair.Examples[0]),
            Answer = pair.Answer,
            Examples = pair.Examples,
        });
        var grown = plan.Pairs.Where(pair => pair.State == PairState.Merged)
            .GroupBy(pair => pair.IntentId!)
            .Select(pairs => former[pairs.Key] with
            {
                Examples = [.. former[pairs.Key].Examples, .. pairs.SelectMany(pair => pair.Examples)],
            });
        return [.. created, .. grown];
    }
}
