using Dialog.AspNetCore.Conversations;
using Dialog.Matching;
using Dialog.Storage.Conversations;
using Dialog.Storage.Training;

namespace Dialog.AspNetCore.Training;

/// <summary>
/// The share of a bot's messages that none of its intents answers, from what its visitors wrote: their last
/// <see cref="Limits.ShareMessages"/> messages on every channel, without presses, files and what was said to agents.
/// </summary>
/// <remarks>
/// The confidences in the log are of many trainings, each calibrated to its own share, and cannot be taken together. So
/// the messages are read again by the model that answers now, and its own share is what they are measured against; what
/// the owner has taught since counts as answered.
/// </remarks>
internal sealed class ForeignShare(ConversationLog log, LiveModels live, ModelStore models)
{
    // Another share means fitting the whole confidence anew, which a small change is not worth.
    private const double SmallestMove = 0.05;

    /// <summary>The share to train for; <see cref="OutOfScopeShare.Unknown"/> below <see cref="Limits.FewestShareMessages"/>.</summary>
    public async Task<double> OfAsync(string botId, CancellationToken cancellation)
    {
        var said = await log.SaidToBotAsync(botId, Limits.ShareMessages, cancellation);
        var messages = said.Where(IsInWords).Select(message => message.Text!).ToList();
        if (messages.Count < Limits.FewestShareMessages)
            return OutOfScopeShare.Unknown;
        if (await live.GetAsync(botId, cancellation) is not { } model)
            return (await models.NewestAsync(botId, cancellation))?.OutOfScopeShare ?? OutOfScopeShare.Unknown;
        var assumed = model.Version.OutOfScopeShare;
        var share = OutOfScopeShare.Estimate(messages.Select(text => model.Match(text).Confidence), assumed);
        return Math.Abs(share - assumed) < SmallestMove ? assumed : share;
    }

    private static bool IsInWords(ConversationEvent message) => EventData.Of(message.Data) is { Match: not null, File: null };
}
