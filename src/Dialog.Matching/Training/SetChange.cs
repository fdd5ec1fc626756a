namespace Dialog.Matching;

/// <summary>What came, stayed and went between the set of a former model and the one to train from now.</summary>
/// <param name="Texts">For each text now its number in the former set, -1 for a new one.</param>
/// <param name="Classes">For each former class its number now, -1 when it is gone.</param>
/// <param name="Changed">How many texts came or went.</param>
/// <param name="ChangedNegatives">How many messages that no intent answers came or went.</param>
internal sealed record SetChange(int[] Texts, int[] Classes, int Changed, int ChangedNegatives)
{
    public static SetChange From(IntentModel former, PreparedSet prepared)
    {
        var texts = Places(former.Warm?.Texts ?? [], prepared.Keys);
        var negatives = Places(former.Warm?.Negatives ?? [], prepared.NegativeKeys);
        return new SetChange(
            texts, Numbers(former.Parts.IntentIds, prepared.IntentIds), Differences(texts, former.Warm?.Texts.Length), Differences(negatives, former.Warm?.Negatives.Length));
    }

    /// <summary>Whether the former members are members of this set, too: the same intents and texts in the same order.</summary>
    public bool IsNone =>
        Changed == 0 && Classes.Index().All(place => place.Index == place.Item) && Texts.Index().All(place => place.Index == place.Item);

    private static int Differences(int[] places, int? former)
    {
        var kept = places.Count(place => place >= 0);
        return places.Length - kept + Math.Max(0, (former ?? 0) - kept);
    }

    private static int[] Places(ulong[] former, ulong[] now)
    {
        var numbers = new Dictionary<ulong, int>(former.Length);
        for (var i = former.Length - 1; i >= 0; i--)
            numbers[former[i]] = i;
        return Array.ConvertAll(now, key => numbers.GetValueOrDefault(key, -1));
    }

    private static int[] Numbers(string[] former, string[] now)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var k = 0; k < now.Length; k++)
            numbers.Add(now[k], k);
        return Array.ConvertAll(former, id => numbers.GetValueOrDefault(id, -1));
    }
}
