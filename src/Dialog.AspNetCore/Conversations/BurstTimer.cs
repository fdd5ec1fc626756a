using System.Collections.Concurrent;
using System.Threading.Channels;
using Dialog.AspNetCore.Realtime;
using Dialog.Storage;
using Dialog.Storage.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dialog.AspNetCore.Conversations;

/// <summary>
/// Gives a message the bot is unsure of a moment for its continuation, longer while the visitor types. What waits is
/// in the log, so that a restart takes it up again.
/// </summary>
internal sealed class BurstTimer : BackgroundService
{
    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Wait> _waits = new();
    private readonly Channel<Conversation> _due = Channel.CreateUnbounded<Conversation>();
    private readonly ConversationStore _conversations;
    private readonly ConversationService _service;
    private readonly Audience _audience;
    private readonly DialogOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<BurstTimer> _logger;

    public BurstTimer(
        ConversationFeed feed, ConversationStore conversations, ConversationService service, Audience audience,
        IOptions<DialogOptions> options, TimeProvider clock, ILogger<BurstTimer> logger)
    {
        (_conversations, _service, _audience) = (conversations, service, audience);
        (_options, _clock, _logger) = (options.Value, clock, logger);
        feed.Subscribe(appended => Look(appended.Conversation));
    }

    /// <summary>The visitor is writing on: a decision that is due waits.</summary>
    public void Typing(string conversationId)
    {
        if (_waits.TryGetValue(conversationId, out var wait))
            wait.Until(_clock.GetUtcNow() + Limits.TypingLasts);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var conversation in await _conversations.UnansweredAsync(stoppingToken))
            Look(conversation);
        await foreach (var conversation in _due.Reader.ReadAllAsync(stoppingToken))
            await DecideAsync(conversation, stoppingToken);
    }

    // On the writer's thread after each commit: only sets and stops timers.
    private void Look(Conversation conversation)
    {
        if (_waits.TryRemove(conversation.Id, out var before))
            before.Dispose();
        if (conversation.UnansweredSince is not { } since)
            return;
        var wait = new Wait(_clock, since.Value + Limits.LongestBurst, () => _due.Writer.TryWrite(conversation));
        _waits[conversation.Id] = wait;
        wait.Until(conversation.UpdatedAt.Value + _options.BurstWait);
        _audience.Push(Topics.Visitor(conversation.Id), "typing", () => new TypingSign(Authors.Bot, null));
    }

    private async Task DecideAsync(Conversation conversation, CancellationToken stopping)
    {
        try
        {
            await _service.DecideAsync(conversation.BotId, conversation.Id, stopping);
        }
        catch (DatabaseUnavailableException error)
        {
            _logger.DecisionDelayed(conversation.BotId, error.Message);
            if (_waits.TryGetValue(conversation.Id, out var wait))
                wait.Retry(_clock.GetUtcNow() + RetryAfterFailure);
        }
    }

    private sealed class Wait : IDisposable
    {
        private readonly Lock _lock = new();
        private readonly TimeProvider _clock;
        private readonly DateTimeOffset _latest;
        private readonly Action _due;
        private readonly ITimer _timer;
        private DateTimeOffset _until;

        public Wait(TimeProvider clock, DateTimeOffset latest, Action due)
        {
            (_clock, _latest, _due) = (clock, latest, due);
            _timer = clock.CreateTimer(static wait => ((Wait)wait!).Elapsed(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        /// <summary>Decide no sooner than then, and in any case not later than the longest burst.</summary>
        public void Until(DateTimeOffset moment)
        {
            lock (_lock)
            {
                _until = moment > _until ? moment : _until;
                Set(_until < _latest ? _until : _latest);
            }
        }

        public void Retry(DateTimeOffset moment) => Set(moment);

        public void Dispose() => _timer.Dispose();

        private void Elapsed() => _due();

        private void Set(DateTimeOffset moment)
        {
            var left = moment - _clock.GetUtcNow();
            _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
