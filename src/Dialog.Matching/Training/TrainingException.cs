namespace Dialog.Matching;

/// <summary>Why a training set was refused.</summary>
public enum TrainingProblem
{
    /// <summary>There is no intent at all.</summary>
    NoIntents,

    /// <summary>No intent has an example with anything readable in it.</summary>
    NoExamples,

    /// <summary>Two intents have the same id.</summary>
    DuplicateIntent,

    /// <summary>More intents than <see cref="TrainingLimits.Intents"/>.</summary>
    TooManyIntents,

    /// <summary>More examples than <see cref="TrainingLimits.Examples"/>.</summary>
    TooManyExamples,
}

/// <summary>A training set was refused; <see cref="Problem"/> says why, for a caller to put in the user's language.</summary>
public sealed class TrainingException : Exception
{
    public TrainingException()
        : this(TrainingProblem.NoIntents)
    {
    }

    public TrainingException(string message)
        : base(message)
    {
    }

    public TrainingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="problem">What is wrong.</param>
    /// <param name="intentId">The intent it is about, where there is one.</param>
    public TrainingException(TrainingProblem problem, string? intentId = null)
        : base(Describe(problem, intentId))
    {
        Problem = problem;
        IntentId = intentId;
    }

    /// <summary>What is wrong.</summary>
    public TrainingProblem Problem { get; }

    /// <summary>The intent it is about, where there is one.</summary>
    public string? IntentId { get; }

    private static string Describe(TrainingProblem problem, string? intentId) => problem switch
    {
        TrainingProblem.NoIntents => "There is no intent to train from.",
        TrainingProblem.NoExamples => "No intent has an example with anything readable in it.",
        TrainingProblem.DuplicateIntent => $"Two intents have the id '{intentId}'.",
        TrainingProblem.TooManyIntents => $"There are more than {TrainingLimits.Intents} intents.",
        _ => $"There are more than {TrainingLimits.Examples} examples.",
    };
}
