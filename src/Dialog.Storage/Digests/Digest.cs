using System.Globalization;

namespace Dialog.Storage.Digests;

/// <summary>Whether and when a bot's owners are told of its day.</summary>
public sealed record Digest
{
    public string BotId { get; init; } = "";

    public bool IsOn { get; init; }

    /// <summary>The hour of the day, 0 to 23, in <see cref="TimeZone"/>.</summary>
    public int Hour { get; init; }

    /// <summary>An IANA time zone, such as <c>Asia/Tehran</c>.</summary>
    public string TimeZone { get; init; } = "";
}

/// <summary>An owner's private chat that gets a bot's digest.</summary>
public sealed record DigestReceiver
{
    public string Id { get; init; } = RandomId.New();

    public string BotId { get; init; } = "";

    public string ChannelId { get; init; } = "";

    /// <summary>The messenger of the channel.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The messenger's id of the chat.</summary>
    public long Chat { get; init; }

    /// <summary>The member whose chat it is.</summary>
    public string UserId { get; init; } = "";

    /// <summary>What the messenger calls the person.</summary>
    public string Name { get; init; } = "";

    public Timestamp Since { get; init; }

    /// <summary>The last day it got a digest for, <c>yyyy-MM-dd</c>.</summary>
    public string SentDay { get; init; } = "";

    /// <summary>Where its last digest ended, and the next begins.</summary>
    public Timestamp CoveredUntil { get; init; }

    /// <summary>The question that the person is about to write an answer to.</summary>
    public string? QuestionId { get; init; }

    /// <summary>Since when.</summary>
    public Timestamp? AskedAt { get; init; }

    /// <summary>A day as <see cref="SentDay"/> keeps it: days are ordered as their texts are.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A question that a bot did not know.</summary>
public sealed record DigestQuestion
{
    public string Id { get; init; } = RandomId.New();

    public string BotId { get; init; } = "";

    /// <summary>What two ways of writing the same question share.</summary>
    public string Key { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>Whether an owner has taught it or has put it aside.</summary>
    public bool IsSettled { get; init; }
}
