namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>What one block of a text or one row of a table says, before it is compared with the others.</summary>
internal sealed record PairDraft(
    int Row, string? Title, IReadOnlyList<string> Questions, string Answer, ImportProblem? Problem = null)
{
    public ImportPair Refuse(ImportProblem problem) => new(Row, Title, Questions, Answer, problem);
}
