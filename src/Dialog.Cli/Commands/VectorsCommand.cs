using System.CommandLine;
using Dialog.Matching;
using Spectre.Console;

namespace Dialog.Cli.Commands;

/// <summary><c>dialog vectors</c>: trains the word vectors that ship with the product, from the paraphrases and the thesauri.</summary>
internal static class VectorsCommand
{
    private const string Table = "word-vectors.bin";

    public static Command Build()
    {
        var models = new Option<DirectoryInfo>("--models")
        {
            Description = "The folder with paraphrase/ and language/.",
            DefaultValueFactory = _ => new DirectoryInfo("models"),
        };
        var to = new Option<FileInfo?>("--out") { Description = $"Where to write. Default: language/{Table} in that folder." };
        var command = new Command("vectors", "Train the word vectors that ship with the product.") { models, to };
        command.SetAction(parsed => Shell.Run(parsed, output =>
        {
            var folder = parsed.GetValue(models)!;
            var target = parsed.GetValue(to)?.FullName ?? Path.Combine(folder.FullName, "language", Table);
            var groups = Paraphrases(folder).Concat(Thesauri(folder)).ToArray();
            if (groups.Length < 2)
                throw new InputException($"{folder.FullName}: there are no groups of paraphrases.");
            using var table = new MemoryStream();
            var figures = Progress(parsed.InvocationConfiguration.Error, report => WordVectorTrainer.Train(groups, table, report));
            File.WriteAllBytes(target, table.ToArray());
            output.WriteLine($"{figures.Groups} groups, {figures.Texts} texts, {figures.Features} features, {figures.Bytes} bytes in {target}");
        }));
        return command;
    }

    /// <summary>Half a minute's work: how far it is, on standard error, where the figures are not.</summary>
    private static T Progress<T>(TextWriter error, Func<IProgress<double>, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Progress().Start(context => work(new Bar(context.AddTask("Word vectors", maxValue: 1))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }

    /// <summary>A sentence a line, a blank line between groups.</summary>
    private static IEnumerable<IReadOnlyList<string>> Paraphrases(DirectoryInfo folder)
    {
        foreach (var file in Files(folder, "paraphrase", "??-*.txt"))
        {
            var group = new List<string>();
            foreach (var line in File.ReadLines(file).Append(string.Empty).Where(line => !line.StartsWith('#')))
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    group.Add(line);
                }
                else if (group.Count > 0)
                {
                    yield return group;
                    group = [];
                }
            }
        }
    }

    /// <summary>A group a line; each of its words is a text of its own.</summary>
    private static IEnumerable<IReadOnlyList<string>> Thesauri(DirectoryInfo folder) =>
        Files(folder, "language", "thesaurus-*.txt").Concat(Files(folder, "paraphrase", "words-??*.txt"))
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Files(DirectoryInfo folder, string name, string pattern)
    {
        var path = Path.Combine(folder.FullName, name);
        if (!Directory.Exists(path))
            throw new InputException($"{path}: there is no such folder.");
        return Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
    }
}
