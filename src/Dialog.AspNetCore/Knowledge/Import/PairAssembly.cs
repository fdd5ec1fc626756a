namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>Drafts to pairs: rows that repeat an answer become one pair, what cannot be taken is refused.</summary>
internal sealed class PairAssembly
{
    private readonly List<ImportPair> _refused = [];
    private readonly List<PairDraft> _withoutAnswer = [];
    private readonly PairGroups _groups = new();
    private readonly Dictionary<string, PairGroup> _owners = new(StringComparer.Ordinal);

    public static IReadOnlyList<ImportPair> Assemble(IEnumerable<PairDraft> drafts)
    {
        var assembly = new PairAssembly();
        foreach (var draft in drafts)
            assembly.Take(draft);
        foreach (var draft in assembly._withoutAnswer)
            assembly.TakeByTitle(draft);
        return assembly._groups.Pairs()
            .Concat(assembly._refused)
            .OrderBy(pair => pair.Row)
            .ToList();
    }

    private void Take(PairDraft draft)
    {
        if (ProblemOf(draft) is { } problem)
            _refused.Add(draft.Refuse(problem));
        else if (draft.Answer.Length > 0)
            Add(_groups.For(draft), draft);
        else if (draft.Questions.Count > 0)
            _withoutAnswer.Add(draft);
    }

    private static ImportProblem? ProblemOf(PairDraft draft)
    {
        if (draft.Problem is not null)
            return draft.Problem;
        if (draft.Title?.Length > Limits.NameLength)
            return ImportProblem.TitleTooLong(draft.Title.Length);
        if (draft.Answer.Length > KnowledgeLimits.Answer)
            return ImportProblem.AnswerTooLong(draft.Answer.Length);
        return draft.Questions.Count == 0 && draft.Answer.Length > 0 ? ImportProblem.NoQuestion : null;
    }

    /// <summary>A table may give the answer of a title once and further phrasings of it in other rows.</summary>
    private void TakeByTitle(PairDraft draft)
    {
        if (_groups.OnlyOneTitled(draft.Title) is { } group)
            Add(group, draft with { Answer = group.Answer });
        else
            _refused.Add(draft.Refuse(ImportProblem.NoAnswer));
    }

    private void Add(PairGroup group, PairDraft draft)
    {
        var clashes = new List<(string Example, PairGroup Owner)>();
        foreach (var example in draft.Questions)
        {
            if (example.Length > KnowledgeLimits.Example)
                RefuseExamples(draft, [example], ImportProblem.ExampleTooLong(example.Length));
            else if (_owners.TryAdd(ExampleKey.Of(example), group))
                group.Examples.Add(example);
            else if (_owners[ExampleKey.Of(example)] is var owner && owner != group)
                clashes.Add((example, owner));
        }

        foreach (var clash in clashes.GroupBy(c => c.Owner, c => c.Example))
            RefuseExamples(draft, [.. clash], ImportProblem.ExampleOfOtherRow(clash.Key.Row, clash.First()));
    }

    private void RefuseExamples(PairDraft draft, IReadOnlyList<string> examples, ImportProblem problem) =>
        _refused.Add(draft.Refuse(problem) with { Examples = examples });
}
