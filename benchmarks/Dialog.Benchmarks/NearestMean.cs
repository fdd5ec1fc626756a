using System.Numerics.Tensors;
using Dialog.Matching.Features;
using Dialog.Matching.Text;

namespace Dialog.Benchmarks;

/// <summary>What the word vectors know by themselves: the nearest class mean of five examples, no matcher. No test part is asked.</summary>
internal static class NearestMean
{
    private const int Shots = 5;
    private const int AskedOfFolds = 20;
    private static readonly WordVectorScratch Scratch = new();

    public static void Print()
    {
        Print("banking77", Data.Rows("banking77/valid"));
        Print("clinc150", Data.Rows("clinc150/valid"));
        Print("massive-fa", [.. Data.Rows("massive-fa/train").GroupBy(row => row.Label).SelectMany(group => group.Skip(Shots).Take(AskedOfFolds))]);
    }

    private static void Print(string name, IReadOnlyList<(string Label, string Text)> asked)
    {
        var means = Data.Rows(name + "/train").GroupBy(row => row.Label).ToDictionary(group => group.Key, group => Sum(group.Take(Shots).Select(row => Embed(row.Text))));
        var right = asked.Count(row => Embed(row.Text) is var text && means.MaxBy(mean => TensorPrimitives.CosineSimilarity<float>(mean.Value, text)).Key == row.Label);
        Console.WriteLine($"{name,-12} {(double)right / asked.Count:P1} of {asked.Count}");
    }

    private static float[] Sum(IEnumerable<float[]> vectors)
    {
        var sum = new float[WordVectors.Dimensions];
        foreach (var vector in vectors)
            TensorPrimitives.Add(sum, vector, sum);
        return sum;
    }

    private static float[] Embed(string text)
    {
        var counter = new FeatureCounter();
        FeatureBlocks.Extract(TextPipeline.Plain.Run(text, new TextScratch()), ref counter);
        WordVectors.Current.Embed(counter, Scratch);
        return [.. Scratch.Text];
    }
}
