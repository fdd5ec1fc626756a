namespace Dialog.Storage.Channels;

/// <summary>How a delivery stands that is not simply done.</summary>
public static class DeliveryStates
{
    /// <summary>It takes longer than usual and is tried again and again.</summary>
    public const string Delayed = "delayed";

    /// <summary>It was given up.</summary>
    public const string Failed = "failed";
}

/// <summary>An event on its way to a chat.</summary>
public sealed record Delivery
{
    public string ChatId { get; init; } = "";

    public string BotId { get; init; } = "";

    public string ConversationId { get; init; } = "";

    public long Sequence { get; init; }

    /// <summary>Pieces of it that have arrived.</summary>
    public int Pieces { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Tries { get; init; }

    /// <summary>One of <see cref="DeliveryStates"/>; null while people need not know of it.</summary>
    public string? State { get; init; }

    /// <summary>The name of what went wrong last.</summary>
    public string? Problem { get; init; }

    /// <summary>When its sending was asked for.</summary>
    public Timestamp Since { get; init; }
}
