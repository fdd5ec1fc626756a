using System.CommandLine;
using System.Globalization;
using Dialog.Matching;

namespace Dialog.Cli.Commands;

/// <summary><c>dialog chat</c>: talk to a trained bot in the terminal; an empty line ends it.</summary>
internal static class ChatCommand
{
    public static Command Build()
    {
        var train = Shell.Train();
        var command = new Command("chat", "Train and talk in the terminal.") { train };
        command.SetAction(parsed => Shell.Run(parsed, output => Talk(LabelledFile.ReadTraining(parsed.GetValue(train)!), Console.In, output)));
        return command;
    }

    public static void Talk(TrainingSet set, TextReader input, TextWriter output)
    {
        var model = IntentTrainer.Train(set);
        var threshold = model.ThresholdFor(0.1);
        output.WriteLine($"{model.Intents} intents. Write a message; an empty line ends it.");
        while (input.ReadLine() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            var result = model.Match(text);
            var confidence = result.Confidence.ToString("F2", CultureInfo.InvariantCulture);
            output.WriteLine(result.Confidence >= threshold
                ? $"→ {result.Best.Id} ({confidence})"
                : $"→ not sure; the best guess is {result.Best.Id} ({confidence}, needs {threshold.ToString("F2", CultureInfo.InvariantCulture)})");
        }
    }
}
