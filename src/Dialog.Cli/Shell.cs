using System.CommandLine;
using Dialog.Cli.Commands;
using Dialog.Cli.Load;
using Dialog.Matching;

namespace Dialog.Cli;

/// <summary>The table of contents of the command line, and the one place where an expected failure becomes a sentence.</summary>
internal static class Shell
{
    public static RootCommand Build() => new("Trains and measures Dialog's intent matcher.")
    {
        EvaluateCommand.Build(),
        CrossValidateCommand.Build(),
        MatchCommand.Build(),
        ChatCommand.Build(),
        VectorsCommand.Build(),
        LoadCommand.Build(),
    };

    public static Option<FileInfo> Train() => new("--train")
    {
        Description = "Training file: one example a line, label<TAB>text, UTF-8.",
        Required = true,
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object instead of a table." };

    /// <summary>Runs a command's work; what a user can mend is one sentence on standard error and exit code 1.</summary>
    public static int Run(ParseResult parsed, Action<TextWriter> work)
    {
        try
        {
            work(parsed.InvocationConfiguration.Output);
            return 0;
        }
        catch (Exception problem) when (problem is InputException or TrainingException or IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine(problem.Message);
            return 1;
        }
    }
}
