namespace Dialog.Matching;

/// <summary>Makes a model from what a bot's people know.</summary>
public static class IntentTrainer
{
    /// <summary>Trains a model: the same set gives the same model, byte for byte, for any number of threads.</summary>
    /// <param name="set">From one intent with one example up to <see cref="TrainingLimits"/>.</param>
    /// <param name="options">Defaults to the one configuration.</param>
    /// <param name="progress">Told of each step; may be called from any thread.</param>
    /// <param name="cancellation">Ends the training with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="TrainingException">There is nothing to train from, or too much.</exception>
    public static IntentModel Train(
        TrainingSet set,
        TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default) => new TrainingRun(former: null, set, options).Train(progress, cancellation);

    /// <summary>
    /// Trains a model of a set that has changed, going on from the model before: a small change is learnt several times faster
    /// than by <see cref="Train(TrainingSet, TrainingOptions?, IProgress{TrainingProgress}?, CancellationToken)"/>, and as well.
    /// The same sequence of sets gives the same models, byte for byte, for any number of threads.
    /// </summary>
    /// <remarks>
    /// A model read from a file has only its confidence to go on from. After many changes, a tenth of the texts, the members
    /// are trained from nothing again. To be quick and then exact, train without <see cref="TrainingOptions.FitConfidence"/>,
    /// which takes over the former confidence as it is, and the result with it, which then keeps the members as they are.
    /// </remarks>
    /// <param name="former">The bot's model before the change.</param>
    /// <param name="set">The whole set as it is now.</param>
    /// <param name="options">Defaults to the one configuration.</param>
    /// <param name="progress">Told of each step; may be called from any thread.</param>
    /// <param name="cancellation">Ends the training with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="TrainingException">There is nothing to train from, or too much.</exception>
    public static IntentModel Retrain(
        IntentModel former,
        TrainingSet set,
        TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(former);
        return new TrainingRun(former, set, options).Train(progress, cancellation);
    }
}
