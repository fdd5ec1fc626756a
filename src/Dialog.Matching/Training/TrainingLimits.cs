namespace Dialog.Matching;

/// <summary>The largest training set that is accepted.</summary>
public static class TrainingLimits
{
    /// <summary>Intents of one bot.</summary>
    public const int Intents = 5_000;

    /// <summary>Examples of one bot.</summary>
    public const int Examples = 200_000;

    /// <summary>Characters of a text that are read; what follows is ignored.</summary>
    public const int Characters = 4_000;
}
