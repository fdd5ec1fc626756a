namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>A pair that is being read line by line.</summary>
internal sealed class PastedPair
{
    private readonly List<PastedLine> _questions = [];
    private readonly List<string> _answer = [];

    /// <summary>A line said that it is the answer.</summary>
    public bool HasAnswer { get; private set; }

    /// <summary>
    /// After a blank line: an answer belongs to the question above it, and a lone line below an answer that was
    /// marked as such is its next paragraph, unless it asks something.
    /// </summary>
    public bool GoesOnWith(List<PastedLine> block) => block[0].Kind switch
    {
        LineKind.Answer => !HasAnswer && (_questions.Count == 1 || _questions.TrueForAll(q => q.Kind == LineKind.Question)),
        LineKind.Plain => HasAnswer && block.Count == 1 && block[0].Whole[^1] is not ('?' or '؟'),
        _ => false,
    };

    public void StartParagraph() => _answer.Add("");

    public void Add(PastedLine line)
    {
        if (HasAnswer)
            _answer.Add(line.Kind == LineKind.Answer ? line.Text : line.Whole);
        else if (line.Kind == LineKind.Answer)
            StartAnswer(line);
        else
            _questions.Add(line);
        Row = Row == 0 ? line.Number : Row;
    }

    public PairDraft ToDraft()
    {
        if (!HasAnswer && _questions is [.., _, { Kind: LineKind.Plain } last])
        {
            _questions.RemoveAt(_questions.Count - 1);
            // A bullet before the answer is list dress only where the questions wear it too.
            _answer.Add(_questions.Exists(q => q.HasBullet) ? last.Text : last.Whole);
        }

        var questions = _questions.Select(q => q.Text).Where(q => q.Length > 0).ToList();
        return new PairDraft(Row, null, questions, Edges.Trim(string.Join('\n', _answer)));
    }

    private int Row { get; set; }

    private void StartAnswer(PastedLine line)
    {
        HasAnswer = true;
        _answer.Add(line.Text);
    }
}
