namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>How the bytes came, which decides what they may be taken for.</summary>
internal enum KnowledgeSource
{
    /// <summary>Typed or pasted: text in blocks, or cells copied from a spreadsheet.</summary>
    Pasted,

    /// <summary>A file of unknown kind: whatever it looks like.</summary>
    File,

    /// <summary>A file that says it is CSV or TSV.</summary>
    Table,
}

internal enum KnowledgeFormat
{
    Text,
    Table,
}

/// <summary>One answer with its phrasings as the file has them; refused when it has a problem.</summary>
/// <remarks>The row is the line of a text, or the row of a table, where it begins; counted from 1.</remarks>
internal sealed record ImportPair(
    int Row, string? Title, IReadOnlyList<string> Examples, string Answer, ImportProblem? Problem = null);

/// <summary>
/// The pairs in a pasted text or a file. Never throws for what is in the bytes: a file that cannot be read
/// has a <see cref="Problem"/>, a pair that cannot be taken has one of its own and keeps its text.
/// </summary>
internal sealed record KnowledgeFile(
    KnowledgeFormat Format, IReadOnlyList<ImportPair> Pairs, ImportProblem? Problem = null)
{
    public static KnowledgeFile Read(ReadOnlyMemory<byte> bytes, KnowledgeSource source)
    {
        var decoded = FileText.Decode(bytes.Span);
        if (decoded.Problem is not null)
            return new(KnowledgeFormat.Text, [], decoded.Problem);

        if (TableText.Find(decoded.Text, source) is not { } table)
            return new(KnowledgeFormat.Text, PairAssembly.Assemble(PastedBlocks.Read(decoded.Text)));

        return TableColumns.Find(table) is { } columns
            ? new(KnowledgeFormat.Table, PairAssembly.Assemble(columns.Drafts(table)))
            : new(KnowledgeFormat.Table, [], ImportProblem.UnclearColumns);
    }
}
