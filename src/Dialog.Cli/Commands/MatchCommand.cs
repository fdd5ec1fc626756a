using System.CommandLine;
using System.Globalization;
using Dialog.Matching;

namespace Dialog.Cli.Commands;

/// <summary><c>dialog match</c>: one text, with what was made of it and why.</summary>
internal static class MatchCommand
{
    public static Command Build()
    {
        var train = Shell.Train();
        var text = new Argument<string>("text") { Description = "What a visitor wrote." };
        var command = new Command("match", "Match one text and say why.") { train, text };
        command.SetAction(parsed => Shell.Run(parsed, output =>
        {
            var model = IntentTrainer.Train(LabelledFile.ReadTraining(parsed.GetValue(train)!));
            Print(output, model, parsed.GetValue(text)!);
        }));
        return command;
    }

    private static void Print(TextWriter output, IntentModel model, string text)
    {
        var explanation = model.Explain(text);
        var threshold = model.ThresholdFor(0.1);
        output.WriteLine(explanation.Result.Confidence >= threshold
            ? $"answer (threshold {Number(threshold)} for at most 10 % wrong)"
            : $"hand off (threshold {Number(threshold)} for at most 10 % wrong)");
        foreach (var ranked in explanation.Result.Ranked)
            output.WriteLine($"  {Number(ranked.Confidence)}  {ranked.Id}");
        foreach (var step in explanation.Steps)
            output.WriteLine($"{step.Name}: {step.Before} → {step.After}");
        output.WriteLine("for the best against the runner-up:");
        foreach (var word in explanation.Words)
            output.WriteLine($"  {word.Weight.ToString("+0.00;-0.00", CultureInfo.InvariantCulture)}  {word.Word}");
        if (explanation.Nearest is { } nearest)
            output.WriteLine($"nearest example ({Number(nearest.Similarity)}): {nearest.Text}");
    }

    private static string Number(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
