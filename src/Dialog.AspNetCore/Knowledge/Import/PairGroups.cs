namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>One answer and the examples that were collected for it.</summary>
internal sealed class PairGroup(int row, string answer)
{
    public int Row => row;

    public string Answer => answer;

    public string? Title { get; set; }

    public List<string> Examples { get; } = [];
}

/// <summary>
/// The answers of a file. A row joins the one with its answer, unless both have a title and these differ:
/// then their owner means two things that happen to be answered alike.
/// </summary>
internal sealed class PairGroups
{
    private readonly List<PairGroup> _all = [];
    private readonly Dictionary<string, PairGroup> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Answer, string Title), PairGroup> _titled = [];
    private readonly Dictionary<string, List<PairGroup>> _byTitle = new(StringComparer.Ordinal);

    public PairGroup For(PairDraft draft)
    {
        var answer = ExampleKey.OfAnswer(draft.Answer);
        var known = _first.GetValueOrDefault(answer);
        if (draft.Title is null)
            return known ?? Create(draft, answer);
        if (_titled.TryGetValue((answer, ExampleKey.Of(draft.Title)), out var same))
            return same;
        return known is { Title: null } ? Entitle(known, draft.Title, answer) : Create(draft, answer);
    }

    public PairGroup? OnlyOneTitled(string? title) =>
        title is not null && _byTitle.GetValueOrDefault(ExampleKey.Of(title)) is [var only] ? only : null;

    public IEnumerable<ImportPair> Pairs() => _all
        .Where(group => group.Examples.Count > 0)
        .Select(group => new ImportPair(group.Row, group.Title, group.Examples, group.Answer));

    private PairGroup Create(PairDraft draft, string answer)
    {
        var group = new PairGroup(draft.Row, draft.Answer);
        _all.Add(group);
        _first.TryAdd(answer, group);
        return draft.Title is null ? group : Entitle(group, draft.Title, answer);
    }

    private PairGroup Entitle(PairGroup group, string title, string answer)
    {
        group.Title = title;
        _titled[(answer, ExampleKey.Of(title))] = group;
        if (!_byTitle.TryGetValue(ExampleKey.Of(title), out var groups))
            _byTitle[ExampleKey.Of(title)] = groups = [];
        groups.Add(group);
        return group;
    }
}
