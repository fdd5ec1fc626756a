using Microsoft.Extensions.Logging;

namespace Dialog.AspNetCore;

/// <summary>Everything Dialog logs, in one numbered place. Never what people wrote, never secrets.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Bot {BotId}: model {Version} is live, {Intents} intents, {Examples} examples, trained in {Milliseconds} ms.")]
    public static partial void Trained(this ILogger logger, string botId, int version, int intents, int examples, long milliseconds);

    [LoggerMessage(2, LogLevel.Information, "Bot {BotId}: the training was stopped, as there is newer knowledge or the server is stopping.")]
    public static partial void TrainingStopped(this ILogger logger, string botId);

    [LoggerMessage(3, LogLevel.Error, "Bot {BotId}: the training failed; the former model goes on answering.")]
    public static partial void TrainingFailed(this ILogger logger, string botId, Exception error);

    [LoggerMessage(4, LogLevel.Warning, "Bot {BotId}: model {Version} was refused and the one before it is tried: {Reason}")]
    public static partial void ModelRefused(this ILogger logger, string botId, int version, string reason);

    [LoggerMessage(20, LogLevel.Error, "Channel {ChannelId}: update {UpdateId} could not be worked off and is passed over.")]
    public static partial void UpdateGivenUp(this ILogger logger, string channelId, long updateId, Exception error);

    [LoggerMessage(21, LogLevel.Error, "Channel {ChannelId}: sending to a chat failed and is tried again.")]
    public static partial void CourierFailed(this ILogger logger, string channelId, Exception error);

    [LoggerMessage(22, LogLevel.Warning, "Channel {ChannelId}: a message could not be delivered: {Problem}")]
    public static partial void DeliveryFailed(this ILogger logger, string channelId, string problem);

    [LoggerMessage(23, LogLevel.Error, "Channel {ChannelId}: receiving has ended.")]
    public static partial void ReceivingFailed(this ILogger logger, string channelId, Exception error);

    [LoggerMessage(5, LogLevel.Warning, "Bot {BotId}: a decision waits as the database is away: {Reason}")]
    public static partial void DecisionDelayed(this ILogger logger, string botId, string reason);

    [LoggerMessage(20, LogLevel.Warning, "Bot {BotId}: the file {AttachmentId} could not be fetched from the messenger; it is tried again later: {Reason}")]
    public static partial void AttachmentNotFetched(this ILogger logger, string botId, string attachmentId, string reason);

    [LoggerMessage(21, LogLevel.Warning, "Unused uploads stay for a while longer as the database is away: {Reason}")]
    public static partial void AttachmentsUntidied(this ILogger logger, string reason);

    [LoggerMessage(40, LogLevel.Warning, "Digests wait as the database is away: {Reason}")]
    public static partial void DigestsDelayed(this ILogger logger, string reason);

    [LoggerMessage(41, LogLevel.Information, "{Bots} bots have no model of what they know now that this version reads; they are trained.")]
    public static partial void CatchingUp(this ILogger logger, int bots);
}
