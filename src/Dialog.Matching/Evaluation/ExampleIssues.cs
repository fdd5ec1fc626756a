using Dialog.Matching.Text;

namespace Dialog.Matching.Evaluation;

/// <summary>What is likely wrong with the examples of a training set, for its owner to look at.</summary>
/// <param name="Mislabelled">Examples that look like another intent's, the surest first.</param>
/// <param name="Repeated">Examples that are there more than once, in one intent or, worse, in several.</param>
public sealed record ExampleIssues(IReadOnlyList<SuspectExample> Mislabelled, IReadOnlyList<RepeatedExample> Repeated)
{
    /// <summary>From this confidence on, the word of a model that has not seen an example stands against its label.</summary>
    private const double Sure = 0.54;

    private const double NearlyEqual = 0.8;

    /// <summary>Looks for both.</summary>
    /// <param name="set">The training set.</param>
    /// <param name="outcomes">What <see cref="CrossValidation.Run"/> gave for it.</param>
    public static ExampleIssues Find(TrainingSet set, IEnumerable<EvaluationOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(outcomes);
        var repeated = new RepeatedExamples(set).Find();

        // A text that two intents have is a conflict, and no news about either.
        var conflicts = repeated.Where(one => one.Kind == RepeatKind.Conflict).SelectMany(one => new[] { one.Text, one.Other }).ToHashSet(StringComparer.Ordinal);
        return new ExampleIssues(
            [.. outcomes
                .Where(outcome => outcome.Case.IntentId is not null && !outcome.IsRight && outcome.Confidence >= Sure && !conflicts.Contains(outcome.Case.Text))
                .OrderByDescending(outcome => outcome.Confidence)
                .Select(outcome => new SuspectExample(outcome.Case.Text, outcome.Case.IntentId!, outcome.Predicted, outcome.Confidence))],
            repeated);
    }

    /// <summary>Finds repetitions by the texts' tokens; near ones only among texts that share a rare token.</summary>
    private sealed class RepeatedExamples(TrainingSet set)
    {
        // A token of more texts than these tells nothing; comparing them all would take a minute with many examples.
        private const int MostSharing = 200;
        private readonly List<(string Intent, string Text, string[] Tokens)> _examples = Tokenize(set);

        public List<RepeatedExample> Find()
        {
            var found = new List<RepeatedExample>();
            var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
            var distinct = new List<int>();
            for (var i = 0; i < _examples.Count; i++)
            {
                if (firsts.TryAdd(string.Join(' ', _examples[i].Tokens), i))
                    distinct.Add(i);
                else
                    Note(found, firsts[string.Join(' ', _examples[i].Tokens)], i, RepeatKind.Duplicate);
            }

            foreach (var (first, second) in Near(distinct))
                Note(found, first, second, RepeatKind.NearDuplicate);
            return [.. found.OrderBy(one => one.Kind)];
        }

        private static List<(string, string, string[])> Tokenize(TrainingSet set)
        {
            var scratch = new TextScratch();
            return [.. from intent in set.Intents from text in intent.Examples let tokens = Tokens(text) where tokens.Length > 0 select (intent.Id, text, tokens)];

            string[] Tokens(string text)
            {
                var tokens = TextPipeline.Plain.Run(text, scratch);
                return [.. Enumerable.Range(0, tokens.Count).Select(token => tokens[token].ToString())];
            }
        }

        private void Note(List<RepeatedExample> found, int first, int second, RepeatKind kind)
        {
            var (a, b) = (_examples[first], _examples[second]);
            if (a.Intent != b.Intent)
                kind = kind == RepeatKind.Duplicate ? RepeatKind.Conflict : RepeatKind.NearConflict;
            found.Add(new RepeatedExample(kind, b.Intent, b.Text, a.Intent, a.Text));
        }

        /// <summary>Pairs whose tokens are nearly the same set (Jaccard 1912).</summary>
        private IEnumerable<(int First, int Second)> Near(List<int> distinct)
        {
            var texts = distinct.ToDictionary(i => i, i => _examples[i].Tokens.ToHashSet(StringComparer.Ordinal));
            var holders = distinct.SelectMany(i => texts[i].Select(token => (token, i))).ToLookup(pair => pair.token, pair => pair.i, StringComparer.Ordinal);
            foreach (var second in distinct)
            {
                var candidates = texts[second].Select(token => holders[token]).Where(others => others.Count() <= MostSharing).SelectMany(others => others).Where(first => first < second).Distinct().Order();
                foreach (var first in candidates)
                {
                    var shared = texts[first].Count(texts[second].Contains);
                    if (shared >= NearlyEqual * (texts[first].Count + texts[second].Count - shared))
                        yield return (first, second);
                }
            }
        }
    }
}

/// <summary>An example that a model which has not seen it takes for another intent's.</summary>
/// <param name="Text">The example.</param>
/// <param name="IntentId">Where it is.</param>
/// <param name="SuggestedIntentId">Where it may belong.</param>
/// <param name="Confidence">How sure the model is.</param>
public sealed record SuspectExample(string Text, string IntentId, string SuggestedIntentId, double Confidence);

/// <summary>Two examples that say the same.</summary>
/// <param name="Kind">How alike they are, and whether they are in one intent.</param>
/// <param name="IntentId">Where the later one is.</param>
/// <param name="Text">The later one.</param>
/// <param name="OtherIntentId">Where the earlier one is.</param>
/// <param name="Other">The earlier one.</param>
public sealed record RepeatedExample(RepeatKind Kind, string IntentId, string Text, string OtherIntentId, string Other);

/// <summary>How two examples repeat each other; the gravest first.</summary>
public enum RepeatKind
{
    /// <summary>The same once normalised, in two intents: whichever is wrong misleads.</summary>
    Conflict,

    /// <summary>Nearly the same words in two intents.</summary>
    NearConflict,

    /// <summary>The same once normalised, in one intent: one of them teaches nothing.</summary>
    Duplicate,

    /// <summary>Nearly the same words in one intent.</summary>
    NearDuplicate,
}
