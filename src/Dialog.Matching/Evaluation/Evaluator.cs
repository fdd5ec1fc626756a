namespace Dialog.Matching.Evaluation;

/// <summary>Asks a model messages with known answers and sums up.</summary>
public static class Evaluator
{
    private const int Bins = 10;
    private const int RiskPoints = 50;
    private const int ShownConfusions = 50;

    /// <summary>Asks every message.</summary>
    public static IReadOnlyList<EvaluationOutcome> Ask(IntentModel model, IEnumerable<EvaluationCase> cases)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. cases.Select(one =>
        {
            var best = model.Match(one.Text).Best;
            return new EvaluationOutcome(one, best.Id, best.Confidence);
        })];
    }

    /// <summary>Sums outcomes up.</summary>
    public static EvaluationReport Report(IReadOnlyList<EvaluationOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var inside = outcomes.Where(outcome => outcome.Case.IntentId is not null).ToArray();
        var curve = RiskCurve(outcomes);
        var bins = Reliability(outcomes);
        return new EvaluationReport(
            outcomes.Count,
            outcomes.Count - inside.Length,
            Share(inside.Count(outcome => outcome.IsRight), inside.Length),
            MacroF1(outcomes),
            Auroc(outcomes),
            bins.Sum(bin => Share(bin.Messages, outcomes.Count) * Math.Abs(bin.MeanConfidence - bin.ShareRight)),
            Coverage(curve, 0.1),
            Coverage(curve, 0.05))
        {
            Reliability = bins,
            RiskCoverage = Thin(curve),
            Confusions = Confusions(inside),
        };
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double Coverage(RiskPoint[] curve, double wrongShare) =>
        curve.Where(point => point.WrongShare <= wrongShare + 1e-12).Select(point => point.Coverage).DefaultIfEmpty(0).Max();

    /// <summary>Messages of equal confidence are answered together or not at all.</summary>
    private static RiskPoint[] RiskCurve(IReadOnlyList<EvaluationOutcome> outcomes)
    {
        var points = new List<RiskPoint>();
        var sorted = outcomes.OrderByDescending(outcome => outcome.Confidence).ToArray();
        var wrong = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            wrong += sorted[i].IsRight ? 0 : 1;
            if (i + 1 == sorted.Length || sorted[i + 1].Confidence < sorted[i].Confidence)
                points.Add(new RiskPoint(sorted[i].Confidence, Share(i + 1, sorted.Length), Share(wrong, i + 1)));
        }

        return [.. points];
    }

    private static RiskPoint[] Thin(RiskPoint[] curve) =>
        curve.Length <= RiskPoints ? curve : [.. Enumerable.Range(0, RiskPoints).Select(i => curve[((i + 1) * curve.Length / RiskPoints) - 1])];

    private static double Auroc(IReadOnlyList<EvaluationOutcome> outcomes)
    {
        var right = outcomes.Count(outcome => outcome.IsRight);
        var rest = outcomes.Count - right;
        if (right == 0 || rest == 0)
            return right == 0 ? 0 : 1;

        var wins = 0d;
        var below = 0;
        foreach (var tie in outcomes.GroupBy(outcome => outcome.Confidence).OrderBy(group => group.Key))
        {
            var tiedRight = tie.Count(outcome => outcome.IsRight);
            var tiedRest = tie.Count() - tiedRight;
            wins += tiedRight * (below + (tiedRest / 2d));
            below += tiedRest;
        }

        return wins / ((double)right * rest);
    }

    private static ReliabilityBin[] Reliability(IReadOnlyList<EvaluationOutcome> outcomes) =>
        [.. outcomes
            .GroupBy(outcome => Math.Min(Bins - 1, (int)(outcome.Confidence * Bins)))
            .OrderBy(bin => bin.Key)
            .Select(bin => new ReliabilityBin(
                bin.Key / (double)Bins,
                (bin.Key + 1) / (double)Bins,
                bin.Count(),
                bin.Average(outcome => outcome.Confidence),
                Share(bin.Count(outcome => outcome.IsRight), bin.Count())))];

    private static double MacroF1(IReadOnlyList<EvaluationOutcome> outcomes)
    {
        var asked = outcomes.Where(outcome => outcome.Case.IntentId is not null).GroupBy(outcome => outcome.Case.IntentId!, StringComparer.Ordinal).ToArray();
        var predicted = outcomes.CountBy(outcome => outcome.Predicted).ToDictionary(StringComparer.Ordinal);
        return asked.Length == 0 ? 0 : asked.Average(intent =>
            2d * intent.Count(outcome => outcome.IsRight) / (intent.Count() + predicted.GetValueOrDefault(intent.Key)));
    }

    private static Confusion[] Confusions(EvaluationOutcome[] inside) =>
        [.. inside
            .Where(outcome => !outcome.IsRight)
            .CountBy(outcome => (outcome.Case.IntentId!, outcome.Predicted))
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Item1, StringComparer.Ordinal)
            .Take(ShownConfusions)
            .Select(pair => new Confusion(pair.Key.Item1, pair.Key.Predicted, pair.Value))];
}
