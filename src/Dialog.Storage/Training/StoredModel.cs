namespace Dialog.Storage.Training;

/// <summary>A trained model's row without its bytes.</summary>
public sealed record ModelVersion
{
    /// <summary>1, 2, 3 … for each bot.</summary>
    public int Version { get; init; }

    /// <summary>The revision of the knowledge it was trained from.</summary>
    public long Revision { get; init; }

    public int Intents { get; init; }

    public int Examples { get; init; }

    /// <summary>The format of its bytes; other formats cannot be read.</summary>
    public int Format { get; init; }

    /// <summary>How long the training took.</summary>
    public long Milliseconds { get; init; }

    public Timestamp TrainedAt { get; init; }

    /// <summary>The share of messages without an answer it was trained for: what its confidences are calibrated to.</summary>
    public double OutOfScopeShare { get; init; } = 0.3;
}
