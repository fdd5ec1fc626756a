namespace Dialog.Matching.Confidence;

/// <summary>What one round held out and asked.</summary>
/// <param name="Rows">Each text that was asked.</param>
/// <param name="Changed">How many texts came or went since.</param>
internal sealed record CalibrationRound(CalibrationRow[] Rows, int Changed)
{
    // A record of five fields, and its array of evidence.
    private const int RowSize = 48 + 24 + (sizeof(float) * Evidence.Count);

    public long Size => RowSize * (long)Rows.Length;

    /// <summary>The same round for a set that has changed: without what is gone.</summary>
    public CalibrationRound Follow(SetChange change, HashSet<ulong> texts) => new(
        [.. Rows.Where(row => texts.Contains(row.Text) && change.Classes[row.Predicted] >= 0).Select(row => row with { Predicted = change.Classes[row.Predicted] })],
        Changed + change.Changed + change.ChangedNegatives);

    /// <summary>The same round with foreign messages counting so many times as much.</summary>
    public CalibrationRound Weighed(float factor) =>
        this with { Rows = Array.ConvertAll(Rows, row => row.IsForeign ? row with { Weight = factor * row.Weight } : row) };
}
