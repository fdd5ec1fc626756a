namespace Dialog.Matching;

/// <summary>
/// How large a share of a bot's real messages has no right answer among its intents, from nothing but the confidences the
/// bot gave them: expectation and maximisation over a shifted prior (Saerens, Latinne and Decaestecker 2002).
/// </summary>
public static class OutOfScopeShare
{
    /// <summary>What is assumed of a bot nobody has talked to; the default of <see cref="TrainingOptions.OutOfScopeShare"/>.</summary>
    public const double Unknown = 1.0 / 3;

    /// <summary>How many messages the assumption for an unknown bot is worth: as many messages weigh as much as it.</summary>
    public const int PriorMessages = 50;

    /// <summary>The largest share that is ever said: a bot that answers one message in twenty is not trained for less.</summary>
    public const double Most = 0.95;

    // Among the messages that have an answer; wrong answers look like foreign messages, and must not be counted as such.
    private const double RightInScope = 0.85;
    private const int MostSteps = 200;
    private const double Settled = 1e-6;

    /// <summary>
    /// Estimates the share. Few messages leave it near <see cref="Unknown"/>; a few hundred settle it. Train with the result as
    /// <see cref="TrainingOptions.OutOfScopeShare"/>.
    /// </summary>
    /// <param name="confidences">The confidence of each real message's best intent (<see cref="MatchResult.Confidence"/>), 0 to 1, in any order; all of one training.</param>
    /// <param name="assumed">The share that training assumed, 0 to 0.95: that for which the confidences are calibrated.</param>
    /// <returns>0 to <see cref="Most"/>; <see cref="Unknown"/> when there is no message.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A confidence is no probability, or <paramref name="assumed"/> is out of range.</exception>
    public static double Estimate(IEnumerable<double> confidences, double assumed)
    {
        ArgumentNullException.ThrowIfNull(confidences);
        if (!(assumed is >= 0 and <= Most))
            throw new ArgumentOutOfRangeException(nameof(assumed), assumed, $"The share lies between 0 and {Most}.");
        var messages = confidences.ToArray();
        if (Array.Exists(messages, confidence => !(confidence is >= 0 and <= 1)))
            throw new ArgumentOutOfRangeException(nameof(confidences), "A confidence lies between 0 and 1.");

        // At a share of none nothing could ever be taken for foreign.
        var trained = Math.Max(assumed, 0.01);
        var foreignAmongRest = trained / (trained + ((1 - trained) * (1 - RightInScope)));
        var share = Unknown;
        for (var step = 0; step < MostSteps; step++)
        {
            var foreign = messages.Sum(confidence => Foreign((1 - confidence) * foreignAmongRest, trained, share));
            var next = (foreign + (PriorMessages * Unknown)) / (messages.Length + PriorMessages);
            var change = Math.Abs(next - share);
            share = next;
            if (change < Settled)
                break;
        }

        return Math.Min(share, Most);
    }

    /// <summary>The posterior under the share trained with, moved to another.</summary>
    private static double Foreign(double posterior, double trained, double share)
    {
        var foreign = posterior * share / trained;
        var inside = (1 - posterior) * (1 - share) / (1 - trained);
        return foreign / (foreign + inside);
    }
}
