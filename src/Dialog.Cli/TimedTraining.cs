using System.Diagnostics;
using Dialog.Matching;

namespace Dialog.Cli;

/// <summary>A model and how long it took to train.</summary>
/// <param name="Model">The model; every run makes the same.</param>
/// <param name="Time">The quickest run's.</param>
internal sealed record TimedTraining(IntentModel Model, TimeSpan Time)
{
    private const int MostRuns = 5;
    private static readonly TimeSpan RunsTake = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Trains up to five times, or as often as three seconds have room for, once at least: the first run pays for compiling,
    /// and whatever else a machine does only adds.
    /// </summary>
    public static TimedTraining Run(TrainingSet set, TrainingOptions? options = null)
    {
        var least = TimeSpan.MaxValue;
        var all = Stopwatch.StartNew();
        for (var run = 1; ; run++)
        {
            var watch = Stopwatch.StartNew();
            var model = IntentTrainer.Train(set, options);
            least = watch.Elapsed < least ? watch.Elapsed : least;
            if (run == MostRuns || all.Elapsed > RunsTake)
                return new TimedTraining(model, least);
        }
    }
}
