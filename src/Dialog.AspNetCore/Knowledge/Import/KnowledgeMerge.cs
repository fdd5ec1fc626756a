namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>What pairs would change in a bot. Nothing the bot has is replaced or removed.</summary>
internal sealed class KnowledgeMerge
{
    private readonly Dictionary<string, ExistingIntent> _owners = new(StringComparer.Ordinal);
    private readonly ILookup<string, ExistingIntent> _byAnswer;
    private readonly List<PlannedPair> _planned = [];
    private int _intents;
    private int _examples;

    private KnowledgeMerge(IReadOnlyCollection<ExistingIntent> existing)
    {
        _intents = existing.Count;
        _byAnswer = existing.ToLookup(intent => ExampleKey.OfAnswer(intent.Answer), StringComparer.Ordinal);
        foreach (var intent in existing)
        {
            _examples += intent.Examples.Count;
            foreach (var example in intent.Examples)
                _owners.TryAdd(ExampleKey.Of(example), intent);
        }
    }

    /// <param name="pairs">What a file holds; its refused pairs stay refused.</param>
    /// <param name="existing">What the bot has.</param>
    public static ImportPlan Plan(IEnumerable<ImportPair> pairs, IReadOnlyCollection<ExistingIntent> existing)
    {
        var merge = new KnowledgeMerge(existing);
        foreach (var pair in pairs)
            merge.Take(pair);
        return new ImportPlan(merge._planned);
    }

    private void Take(ImportPair pair)
    {
        if (pair.Problem is { } problem)
        {
            Refuse(pair, pair.Examples, problem);
            return;
        }

        var target = TargetOf(pair);
        var owned = pair.Examples.ToLookup(example => _owners.GetValueOrDefault(ExampleKey.Of(example)));
        var added = owned[null].ToList();
        var clashes = owned.Where(group => group.Key is not null && group.Key != target).ToList();
        if (added.Count > 0)
            Add(pair, target, added);
        else if (clashes.Count == 0)
            _planned.Add(new(pair.Row, pair.Title, pair.Examples, pair.Answer, PairState.Unchanged, target!.Id));

        foreach (var clash in clashes)
            Refuse(pair, [.. clash], ImportProblem.ExampleOfOtherIntent(clash.Key!.Title, clash.First()));
    }

    /// <summary>The intent with this answer; of several the one with this title.</summary>
    private ExistingIntent? TargetOf(ImportPair pair)
    {
        var sameAnswer = _byAnswer[ExampleKey.OfAnswer(pair.Answer)];
        return pair.Title is null
            ? sameAnswer.FirstOrDefault()
            : sameAnswer.FirstOrDefault(intent => ExampleKey.Of(intent.Title) == ExampleKey.Of(pair.Title))
                ?? sameAnswer.FirstOrDefault();
    }

    private void Add(ImportPair pair, ExistingIntent? target, List<string> examples)
    {
        if (target is null && _intents >= KnowledgeLimits.Intents)
        {
            Refuse(pair, examples, ImportProblem.TooManyIntents);
        }
        else if (_examples + examples.Count > KnowledgeLimits.Examples)
        {
            Refuse(pair, examples, ImportProblem.TooManyExamples);
        }
        else
        {
            _intents += target is null ? 1 : 0;
            _examples += examples.Count;
            var state = target is null ? PairState.New : PairState.Merged;
            _planned.Add(new(pair.Row, pair.Title, examples, pair.Answer, state, target?.Id));
        }
    }

    private void Refuse(ImportPair pair, IReadOnlyList<string> examples, ImportProblem problem) =>
        _planned.Add(new(pair.Row, pair.Title, examples, pair.Answer, PairState.Refused, null, problem));
}
