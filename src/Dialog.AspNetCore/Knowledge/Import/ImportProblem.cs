using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>Why a file, or a pair in it, was refused, with what its sentences mention.</summary>
internal sealed class ImportProblem(Problem problem, params object[] values)
{
    public string Type => problem.Type;

    /// <summary>The problem in words, for a row of the preview.</summary>
    public ProblemView In(string language) => problem.In(language, values);

    /// <summary>The answer to the request, when it is the whole file that was refused.</summary>
    public Refusal Refuse() => problem.Refuse(values);

    public static ImportProblem Empty { get; } = new(ImportProblems.Empty);

    public static ImportProblem NotText { get; } = new(ImportProblems.NotText);

    public static ImportProblem Spreadsheet { get; } = new(ImportProblems.Spreadsheet);

    public static ImportProblem UnclearColumns { get; } = new(ImportProblems.UnclearColumns);

    public static ImportProblem TooLarge { get; } = new(CommonProblems.TooLarge, KnowledgeLimits.Bytes / 1024);

    public static ImportProblem NoAnswer { get; } = new(ImportProblems.NoAnswer);

    public static ImportProblem NoQuestion { get; } = new(ImportProblems.NoQuestion);

    public static ImportProblem TooManyIntents { get; } = new(ImportProblems.TooManyIntents, KnowledgeLimits.Intents);

    public static ImportProblem TooManyExamples { get; } = new(ImportProblems.TooManyExamples, KnowledgeLimits.Examples);

    public static ImportProblem BadQuotes(int row) => new(ImportProblems.BadQuotes, row);

    public static ImportProblem TooManyColumns(int columns, int expected) =>
        new(ImportProblems.TooManyColumns, columns, expected);

    public static ImportProblem ExampleTooLong(int length) =>
        new(ImportProblems.ExampleTooLong, length, KnowledgeLimits.Example);

    public static ImportProblem AnswerTooLong(int length) =>
        new(ImportProblems.AnswerTooLong, length, KnowledgeLimits.Answer);

    public static ImportProblem TitleTooLong(int length) =>
        new(ImportProblems.TitleTooLong, length, Limits.NameLength);

    public static ImportProblem ExampleOfOtherRow(int row, string example) =>
        new(ImportProblems.ExampleOfOtherRow, row, Short(example));

    public static ImportProblem ExampleOfOtherIntent(string intent, string example) =>
        new(ImportProblems.ExampleOfOtherIntent, intent, Short(example));

    private static string Short(string text) =>
        text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 59).TrimEnd(), "…");
}
