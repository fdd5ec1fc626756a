namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>An intent that the bot already has.</summary>
internal sealed record ExistingIntent(string Id, string Title, string Answer, IReadOnlyList<string> Examples);

internal enum PairState
{
    /// <summary>Becomes an intent.</summary>
    New,

    /// <summary>Its examples join an intent with the same answer.</summary>
    Merged,

    /// <summary>The bot has all of it.</summary>
    Unchanged,

    /// <summary>Is left out; the problem says why.</summary>
    Refused,
}

/// <summary>What becomes of a pair, or of those of its examples that share a fate.</summary>
/// <remarks>
/// The examples are all of a new intent, those to add to a merged one, otherwise the ones meant. The intent's id
/// is that of the one which is merged into, or which has all of it already.
/// </remarks>
internal sealed record PlannedPair(
    int Row,
    string? Title,
    IReadOnlyList<string> Examples,
    string Answer,
    PairState State,
    string? IntentId = null,
    ImportProblem? Problem = null);

internal sealed record ImportPlan(IReadOnlyList<PlannedPair> Pairs)
{
    public int Count(PairState state) => Pairs.Count(pair => pair.State == state);
}
