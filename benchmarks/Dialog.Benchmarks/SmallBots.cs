using Dialog.Matching;
using Dialog.Matching.Learning;

namespace Dialog.Benchmarks;

/// <summary>Bots of 50 intents × 10 examples, as many different ones as wanted, out of the paraphrases that ship with the project.</summary>
internal static class SmallBots
{
    private const int Intents = 50;
    private const int Half = 5;
    private static readonly string[][][] Languages = [Groups("fa"), Groups("en")];

    /// <summary>Two groups of sentences make an intent; the languages take turns.</summary>
    public static TrainingSet Make(int number)
    {
        var groups = Languages[number % Languages.Length];
        var order = Enumerable.Range(0, groups.Length).ToArray();
        new SplitMix64((ulong)number).Shuffle(order);
        return new TrainingSet([.. Enumerable.Range(0, Intents).Select(intent =>
        {
            var (first, second) = (groups[order[2 * intent]], groups[order[(2 * intent) + 1]]);
            return new TrainingIntent($"{intent}", [.. first[..Half], .. second[..Half]], first[0]);
        })]);
    }

    /// <summary>The set without the first example of an intent.</summary>
    public static TrainingSet Without(TrainingSet set, int intent) => set with
    {
        Intents = [.. set.Intents.Select((one, i) => i == intent ? one with { Examples = [.. one.Examples.Skip(1)] } : one)],
    };

    private static string[][] Groups(string language) =>
        [.. Directory.GetFiles("models/paraphrase", language + "-*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(path => File.ReadAllText(path).Split("\n\n"))
            .Select(group => group.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToArray())
            .Where(group => group.Length >= Half)];
}
