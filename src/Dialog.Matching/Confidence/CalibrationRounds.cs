namespace Dialog.Matching.Confidence;

/// <summary>The held-out rounds of a training, so that the next one need not run them all again.</summary>
/// <param name="Rounds">Each round; none when there was no confidence to fit.</param>
/// <param name="OutOfScopeShare">The share of foreign messages they were weighed for.</param>
internal sealed record CalibrationRounds(CalibrationRound[] Rounds, double OutOfScopeShare)
{
    /// <summary>A round is run again at the latest when so large a share of the texts has changed.</summary>
    private const double MostChanged = 0.1;

    /// <summary>A change runs one round in so many again, the ones that most has changed since.</summary>
    private const int Freshened = 5;

    public static CalibrationRounds None { get; } = new([], 0);

    public List<CalibrationRow> Rows => [.. Rounds.SelectMany(round => round.Rows)];

    public long Size => Rounds.Sum(round => round.Size);

    /// <summary>The same rounds for a set that has changed.</summary>
    public CalibrationRounds Follow(SetChange change, PreparedSet now)
    {
        if (change.IsNone && change.ChangedNegatives == 0)
            return this;
        var texts = now.Keys.Concat(now.NegativeKeys).ToHashSet();
        return this with { Rounds = [.. Rounds.Select(round => round.Follow(change, texts))] };
    }

    /// <summary>The same rounds with foreign messages weighed for another share; none when there is no weight to go by.</summary>
    public CalibrationRounds WeighedFor(double share)
    {
        if (share == OutOfScopeShare)
            return this;
        var factor = (float)(share / (1 - share) / (OutOfScopeShare / (1 - OutOfScopeShare)));
        return float.IsFinite(factor) && factor > 0 ? new CalibrationRounds([.. Rounds.Select(round => round.Weighed(factor))], share) : None;
    }

    /// <summary>Which rounds have to be run.</summary>
    /// <param name="rounds">How many there are for a set of this size.</param>
    /// <param name="texts">How many texts there are.</param>
    public int[] Stale(int rounds, int texts)
    {
        var all = Enumerable.Range(0, rounds);
        if (Rounds.Length != rounds)
            return [.. all];
        var oldest = all.Where(round => Rounds[round].Changed > 0).OrderByDescending(round => Rounds[round].Changed);
        var least = (rounds + Freshened - 1) / Freshened;
        return [.. oldest.Where((round, place) => place < least || Rounds[round].Changed > MostChanged * texts)];
    }
}
