using System.Threading.RateLimiting;
using Dialog.AspNetCore.Problems;
using Microsoft.Extensions.Options;

namespace Dialog.AspNetCore.Conversations;

/// <summary>
/// How fast visitors may write: each visitor, and all visitors of a bot together, so that a flood at one bot is no
/// burden to its neighbours. What is over the limit is refused before it costs anything.
/// </summary>
internal sealed class MessageLimiter : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private readonly PartitionedRateLimiter<string> _visitors;
    private readonly PartitionedRateLimiter<string> _bots;

    public MessageLimiter(IOptions<DialogOptions> options)
    {
        var isOn = options.Value.VisitorLimits;
        _visitors = Create(isOn, Limits.VisitorBurst, Limits.VisitorMessagesPerSecond);
        _bots = Create(isOn, Limits.BotBurst, Limits.BotMessagesPerSecond);
    }

    /// <summary>Counts one message.</summary>
    /// <returns>Null when it may pass, otherwise the problem and the seconds to wait.</returns>
    public (Problem Problem, int Seconds)? Check(string botId, string conversationId)
    {
        using var visitor = _visitors.AttemptAcquire(conversationId);
        if (!visitor.IsAcquired)
            return (MessageRules.TooFast, Seconds(visitor));
        return CheckBot(botId);
    }

    /// <summary>Counts one act on a bot by nobody known yet, such as a new visitor's Hello.</summary>
    public (Problem Problem, int Seconds)? CheckBot(string botId)
    {
        using var bot = _bots.AttemptAcquire(botId);
        return bot.IsAcquired ? null : (MessageRules.BotBusy, Seconds(bot));
    }

    public void Dispose()
    {
        _visitors.Dispose();
        _bots.Dispose();
    }

    private static int Seconds(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;

    private static PartitionedRateLimiter<string> Create(bool isOn, int burst, int perSecond) =>
        PartitionedRateLimiter.Create<string, string>(key => isOn
            ? RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = Period,
                AutoReplenishment = false,
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter(key));
}
