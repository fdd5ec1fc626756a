namespace Dialog.Storage.Feedback;

/// <summary>What a visitor told by a press.</summary>
public static class FeedbackKinds
{
    /// <summary>The bot's answer was not what was asked for.</summary>
    public const string Rejected = "rejected";

    /// <summary>Asked which was meant, the visitor picked this intent.</summary>
    public const string Chosen = "chosen";

    /// <summary>Asked which was meant, the visitor meant none of what was offered.</summary>
    public const string NoneOfThese = "none";
}

/// <summary>What an owner made of it.</summary>
public static class FeedbackEnds
{
    /// <summary>The words have become one of the bot's negatives.</summary>
    public const string Negative = "negative";

    /// <summary>The words have become an example of an intent.</summary>
    public const string Example = "example";

    public const string Dismissed = "dismissed";
}

/// <summary>Feedback beside the event that gives it; kept in the same transaction.</summary>
/// <param name="Sequence">The bot's message it is about.</param>
/// <param name="Kind">One of <see cref="FeedbackKinds"/>.</param>
/// <param name="Text">What the visitor had asked.</param>
/// <param name="IntentId">The intent that was refused or picked; null for none of these.</param>
public sealed record NewFeedback(long Sequence, string Kind, string Text, string? IntentId);

/// <summary>Feedback no owner has dealt with.</summary>
public sealed record OpenFeedback
{
    public string Id { get; init; } = "";

    public string ConversationId { get; init; } = "";

    /// <summary>One of <see cref="FeedbackKinds"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What the visitor had asked.</summary>
    public string Text { get; init; } = "";

    /// <summary>The intent that was refused or picked; it may have been deleted since.</summary>
    public string? IntentId { get; init; }

    public Timestamp At { get; init; }
}
