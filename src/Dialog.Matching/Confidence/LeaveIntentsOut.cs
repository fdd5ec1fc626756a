using Dialog.Matching.Features;
using Dialog.Matching.Learning;
using Dialog.Matching.Models;
using Dialog.Matching.Text;

namespace Dialog.Matching.Confidence;

/// <summary>
/// Rounds that leave a fifth of the intents and a fifth of the other examples out, train on the rest and ask for what was
/// left out. What belongs to a missing intent is a foreign message that could really come: it makes the confidence honest.
/// </summary>
internal sealed class LeaveIntentsOut(PreparedSet prepared, CountedTexts counted)
{
    /// <summary>So many rounds leave each intent out once.</summary>
    public const int Parts = 5;

    private const int MostKept = 20_000;
    private const int MostAsked = 6_000;

    /// <summary>The rounds that pay for so many texts.</summary>
    public static int Rounds(int texts) => texts <= 400 ? 2 * Parts : texts <= 2_000 ? Parts : texts <= 5_000 ? 2 : 1;

    /// <param name="round">Which fifth.</param>
    /// <param name="foreignShare">The assumed share of foreign messages.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellation">Ends the training.</param>
    public List<CalibrationRow> Run(int round, double foreignShare, int threads, CancellationToken cancellation)
    {
        var split = Split(round);
        var kept = Enumerable.Range(0, split.Length).Where(text => split[text] == Place.Kept).ToArray();
        if (kept.Length == 0 || kept.Length == split.Length)
            return [];

        var fitted = new EnsembleTrainer(counted, prepared).Fit(kept, threads, cancellation);
        var inside = split.Count(place => place == Place.HeldOut);
        var negatives = Enumerable.Range(0, prepared.Negatives.Count).Where(i => i % Parts == round % Parts).ToArray();
        var outside = split.Count(place => place == Place.Foreign) + negatives.Length;

        // Without a foreign message a round would teach that every message has an answer; what small bots have in common does not.
        if (outside == 0 && foreignShare > 0)
            return [];
        var foreignWeight = outside == 0 ? 0 : (float)(foreignShare / (1 - foreignShare) * inside / outside);
        var examples = kept.Count(text => prepared.IsExample[text]) / (float)Math.Max(1, kept.Select(text => prepared.Labels[text]).Distinct().Count());

        var rows = new List<CalibrationRow>();

        // The vocabulary that repairs ask is that of the round, too.
        var vocabulary = Vocabulary.From(kept.Select(text => prepared.Texts[text]));
        var encoder = new TextEncoder(TextPipeline.Repairing(vocabulary), counted.Index, fitted.Vectorizer);
        var scratch = new MatchScratch();
        var scores = scratch.Scores;
        for (var text = 0; text < split.Length; text++)
        {
            if (split[text] == Place.HeldOut)
                Ask(prepared.Texts[text], prepared.Keys[text], prepared.Labels[text], 1);
            else if (split[text] == Place.Foreign)
                Ask(prepared.Texts[text], prepared.Keys[text], -1, foreignWeight);
        }

        foreach (var negative in negatives)
            Ask(prepared.Negatives[negative], prepared.NegativeKeys[negative], -1, foreignWeight);
        return rows;

        void Ask(string text, ulong key, int label, float weight)
        {
            encoder.Encode(text, scratch);
            fitted.Ensemble.Score(scratch.Vector, scores);
            var evidence = new float[Evidence.Count];
            Evidence.Gather(scores, scratch.Vector, scratch.Tokens.Count, examples, evidence);
            rows.Add(new CalibrationRow(evidence, scores.Best[0], scores.Best[0] == label, weight) { Text = key, IsForeign = label < 0 });
        }
    }

    private enum Place
    {
        Kept,
        HeldOut,
        Foreign,
        Unused,
    }

    /// <summary>Of a very large set a sample tells as much about the confidence.</summary>
    private static void Thin(Place[] places, int[] order)
    {
        var counts = new int[4];
        foreach (var text in order)
        {
            var most = places[text] == Place.Kept ? MostKept : MostAsked;
            if (++counts[(int)places[text]] > most)
                places[text] = Place.Unused;
        }
    }

    private Place[] Split(int round)
    {
        var classes = prepared.IntentIds.Length;
        var random = new SplitMix64(17 + (ulong)(round / Parts));
        var intents = Enumerable.Range(0, classes).ToArray();
        random.Shuffle(intents);
        var foreign = new bool[classes];
        if (classes >= 3)
        {
            for (var i = 0; i < classes; i++)
                foreign[intents[i]] = i % Math.Min(Parts, classes) == round % Math.Min(Parts, classes);
        }

        var left = new int[classes];
        for (var text = 0; text < prepared.Labels.Count; text++)
            left[prepared.Labels[text]]++;

        var order = Enumerable.Range(0, prepared.Labels.Count).ToArray();
        random.Shuffle(order);
        var seen = new int[classes];
        var places = new Place[order.Length];
        foreach (var text in order)
        {
            var label = prepared.Labels[text];
            if (foreign[label])
                places[text] = prepared.IsExample[text] ? Place.Foreign : Place.Unused;
            else if (prepared.IsExample[text] && (label + seen[label]++) % Parts == round % Parts && left[label] > 1)
            {
                places[text] = Place.HeldOut;
                left[label]--;
            }
        }

        Thin(places, order);

        return places;
    }
}
