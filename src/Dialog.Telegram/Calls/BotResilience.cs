using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Dialog.Telegram;

/// <summary>
/// What stands between a call and the network, from the outside in: retry after "too many", retry after a network
/// error, the bot's turnstile (again for each attempt), the circuit breaker, the time-out of the attempt.
/// </summary>
internal sealed class BotResilience
{
    private static readonly ResiliencePropertyKey<TimeSpan> Timeout = new("timeout");
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(1);

    private readonly BotOptions _options;
    private readonly TimeProvider _time;
    private readonly Turnstile _turnstile;
    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly ResiliencePipeline _repeatable;
    private readonly ResiliencePipeline _careful;
    private readonly ResiliencePipeline _attempt;
    private readonly ResiliencePipeline _once;
    private int _refusals;

    public BotResilience(BotOptions options, Turnstile turnstile, TimeProvider time)
    {
        _options = options;
        _time = time;
        _turnstile = turnstile;
        _repeatable = Retrying(problem => problem.IsTransient && problem is not (BotProblem.Resting or BotProblem.TooMany));
        _careful = Retrying(problem => problem is BotProblem.Network { MaybeDone: false });
        _attempt = Builder().AddCircuitBreaker(Breaker()).AddTimeout(PerCall()).Build();
        _once = Builder().AddTimeout(PerCall()).Build();
    }

    public async Task<T> RunAsync<T>(CallRules rules, Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        if (rules.Once) return await AttemptAsync(_once, rules, call, cancellation);
        var retry = !rules.Replayable ? ResiliencePipeline.Empty : rules.Repeatable ? _repeatable : _careful;
        return await retry.ExecuteAsync(async inner =>
        {
            await PassAsync(rules, inner);
            return await AttemptAsync(_attempt, rules, call, inner);
        }, cancellation);
    }

    private async Task PassAsync(CallRules rules, CancellationToken cancellation)
    {
        var pause = await (rules.Counted
            ? _turnstile.PassAsync(_options.Patience, cancellation)
            : _turnstile.PassUncountedAsync(_options.Patience, cancellation));
        if (pause > TimeSpan.Zero)
            throw new BotApiException(rules.Method, new BotProblem.TooMany(pause, "The messenger asked for a longer pause."));
    }

    private async Task<T> AttemptAsync<T>(
        ResiliencePipeline pipeline, CallRules rules, Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(Timeout, rules.Timeout);
        try
        {
            var result = await pipeline.ExecuteAsync(async inner => await call(inner.CancellationToken), context);
            Volatile.Write(ref _refusals, 0);
            return result;
        }
        catch (BotApiException exception) when (exception.Problem is BotProblem.TooMany tooMany && !rules.Once)
        {
            throw new BotApiException(rules.Method, tooMany with { RetryAfter = SlowDown(tooMany) });
        }
        catch (TimeoutRejectedException)
        {
            throw new BotApiException(rules.Method, new BotProblem.Network(MaybeDone: true, $"No answer within {rules.Timeout}."));
        }
        catch (BrokenCircuitException exception)
        {
            // While one call tries whether the messenger is back, the others need not rest as long as before it.
            var rest = _circuit.CircuitState == CircuitState.Open ? exception.RetryAfter ?? Break : Probe;
            throw new BotApiException(rules.Method, new BotProblem.Resting(rest));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Pauses the whole bot, for as long as it was told or, where it wasn't told, longer each time.</summary>
    private TimeSpan SlowDown(BotProblem.TooMany tooMany)
    {
        if (tooMany.RetryAfter > TimeSpan.Zero) _turnstile.PauseFor(tooMany.RetryAfter);
        // Calls that were in the air together were refused together: that is one refusal, not many.
        else if (_turnstile.Pause == TimeSpan.Zero)
            _turnstile.PauseFor(Waiting.Backoff(Interlocked.Increment(ref _refusals) - 1, FirstPause, LongestPause));
        return _turnstile.Pause;
    }

    private ResiliencePipeline Retrying(Func<BotProblem, bool> worthwhile)
    {
        var pipeline = Builder().AddRetry(new RetryStrategyOptions
        {
            // The turnstile does the waiting, for this call and for all others.
            ShouldHandle = args => new ValueTask<bool>(Problem(args.Outcome) is BotProblem.TooMany tooMany && tooMany.RetryAfter <= _options.Patience),
            MaxRetryAttempts = 6,
            Delay = TimeSpan.Zero,
        });
        if (_options.Retries == 0) return pipeline.Build();
        return pipeline.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = args => new ValueTask<bool>(Problem(args.Outcome) is { } problem && worthwhile(problem)),
            MaxRetryAttempts = _options.Retries,
            Delay = _options.RetryDelay,
            MaxDelay = TimeSpan.FromSeconds(10),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        }).Build();
    }

    private CircuitBreakerStrategyOptions Breaker() => new()
    {
        ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is TimeoutRejectedException
            || Problem(args.Outcome) is BotProblem.Network or BotProblem.ServerFailure or BotProblem.NotBotApi),
        FailureRatio = 0.5,
        MinimumThroughput = 8,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = Break,
        StateProvider = _circuit,
    };

    private static TimeoutStrategyOptions PerCall() => new()
    {
        TimeoutGenerator = args => new ValueTask<TimeSpan>(args.Context.Properties.GetValue(Timeout, TimeSpan.FromSeconds(20))),
    };

    private static BotProblem? Problem(Outcome<object> outcome) => (outcome.Exception as BotApiException)?.Problem;

    private ResiliencePipelineBuilder Builder() => new() { TimeProvider = _time };
}
