using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Dialog.Cli.Load;

/// <summary><c>dialog load</c>: how many visitors a server carries, and whether it keeps its promises under them.</summary>
internal static class LoadCommand
{
    private const int MostConnections = 60_000;
    private const int MostPerSecond = 100_000;

    public static Command Build()
    {
        var url = new Option<string>("--url") { Description = "Where Dialog is mounted, such as http://localhost:5080.", Required = true };
        var bot = new Option<string>("--bot") { Description = "The bot's key, as the widget's script tag has it.", Required = true };
        var connections = Number("--connections", 50, 1, MostConnections, "How many visitors are connected at the same time.");
        var rate = Number("--rate", 100, 0, MostPerSecond, "Messages a second, of all visitors together; 0 keeps them idle.");
        var seconds = Number("--seconds", 10, 0.1, 86_400, "How long to send.");
        var messages = new Option<FileInfo>("--messages") { Description = "What visitors say: a text file, UTF-8, a message a line. Default: questions to any shop." };
        var json = Shell.Json();
        var command = new Command(
            "load",
            "Send messages to a running server at a fixed rate, check every acknowledgement, answer and order, and measure. "
            + "It makes real conversations and real load: use it on a server of your own only.")
        {
            url, bot, connections, rate, seconds, messages, json,
        };
        command.SetAction(parsed => Guard(parsed, () =>
        {
            var file = parsed.GetValue(messages);
            var options = new LoadOptions(
                LoadOptions.HubOf(parsed.GetValue(url)!), parsed.GetValue(bot)!, (int)parsed.GetValue(connections),
                parsed.GetValue(rate), parsed.GetValue(seconds), file is null ? null : MessageFile.Read(file));
            return Run(options, parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        }));
        return command;
    }

    private static int Run(LoadOptions options, bool json, TextWriter output, TextWriter error)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            // The first Ctrl+C ends the sending, the second one the program.
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        });
        var status = new LoadStatus(options);
        using var run = new LoadRun(status);
        var figures = new LoadProgress(error, status).WatchAsync(() => run.RunAsync(stop.Token)).GetAwaiter().GetResult();
        if (json)
            output.WriteLine(figures.ToJson());
        else
            LoadReport.Print(output, figures);
        foreach (var note in LoadReport.Notes(figures, status.Tally.FirstProblem))
            error.WriteLine(note);
        return figures.IsClean ? 0 : 1;
    }

    private static int Guard(ParseResult parsed, Func<int> run)
    {
        var code = 1;
        var failed = Shell.Run(parsed, _ => code = run());
        return failed == 0 ? code : failed;
    }

    private static Option<double> Number(string name, double normal, double least, double most, string description)
    {
        var option = new Option<double>(name)
        {
            Description = description,
            DefaultValueFactory = _ => normal,
            CustomParser = result =>
            {
                if (double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                    return value;
                result.AddError(FormattableString.Invariant($"{name} is a number from {least} to {most}."));
                return normal;
            },
        };
        return option;
    }
}
