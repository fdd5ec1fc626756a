using System.Collections.Concurrent;
using System.Threading.Channels;
using Dialog.AspNetCore.Knowledge;
using Dialog.AspNetCore.Problems;
using Dialog.Matching;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Dialog.Storage.Knowledge;
using Dialog.Storage.Training;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dialog.AspNetCore.Training;

/// <summary>
/// Trains a bot after every change of its knowledge, one bot at a time, and says how far it is. A change during a
/// training stops it and starts over: only the newest knowledge is worth training. A training goes on from the bot's live
/// model and puts the change live twice: at once with the confidence of before, then with its own, which is saved.
/// </summary>
internal sealed class TrainingService(
    BotStore bots, KnowledgeStore knowledge, ModelStore models, LiveModels live, ForeignShare foreign, TimeProvider clock, ILogger<TrainingService> logger)
    : BackgroundService
{
    private const double ProgressStep = 0.1;

    private readonly Channel<string> _queue = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, Work> _work = new();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new();

    /// <summary>Hears of every change of a training's state; set once, at start.</summary>
    public Action<string, TrainingView>? Changed { get; set; }

    /// <summary>Asks for a training; asking again while one waits changes nothing.</summary>
    public void Request(string botId)
    {
        var waiting = new Work(TrainingState.Waiting);
        var now = _work.AddOrUpdate(botId, waiting, (_, before) => before.State == TrainingState.Waiting ? before : waiting);
        if (!ReferenceEquals(now, waiting))
            return;
        _running.GetValueOrDefault(botId)?.Cancel();
        _queue.Writer.TryWrite(botId);
        _ = SayAsync(botId);
    }

    /// <summary>Where the bot's training stands.</summary>
    public async Task<TrainingView> StatusAsync(string botId, CancellationToken cancellation = default)
    {
        var snapshot = await knowledge.SnapshotAsync(botId, cancellation);
        var newest = await models.NewestAsync(botId, cancellation);
        var work = _work.GetValueOrDefault(botId);
        var state = work?.State
            ?? (snapshot.Examples == 0 ? TrainingState.Empty
                : newest?.Revision == snapshot.Revision ? TrainingState.Live
                : TrainingState.Waiting);
        return new TrainingView(
            state, work?.Progress ?? 1, newest?.Version ?? 0, newest?.TrainedAt.Value,
            snapshot.Intents.Count, snapshot.Examples, newest?.Milliseconds ?? 0,
            work?.Problem is { } problem ? problem.In((await bots.FindAsync(botId, cancellation))!.Language) : null);
    }

    /// <summary>
    /// Trains what is out of date: at once where nothing could answer otherwise, for at most <see cref="Limits.CatchUp"/>, else
    /// in the background.
    /// </summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var outdated = await bots.OutdatedAsync(IntentModel.Format, cancellation);
        if (outdated.Count > 0)
            logger.CatchingUp(outdated.Count);
        foreach (var botId in outdated)
        {
            if (clock.GetElapsedTime(began) < Limits.CatchUp && await live.GetAsync(botId, cancellation) is null)
                await TrainAsync(botId, cancellation);
            else
                Request(botId);
        }

        live.Unreadable = Request;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var botId in _queue.Reader.ReadAllAsync(stoppingToken))
            await TrainAsync(botId, stoppingToken);
    }

    private async Task TrainAsync(string botId, CancellationToken stopping)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _running[botId] = cancel;
        var work = new Work(TrainingState.Training);
        _work[botId] = work;
        try
        {
            await SayAsync(botId);
            await TrainAsync(botId, work, cancel.Token);
            _work.TryRemove(new KeyValuePair<string, Work>(botId, work));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            logger.TrainingStopped(botId);
        }
        catch (TrainingException error)
        {
            Fail(botId, work, TrainingProblems.Of(error));
        }
#pragma warning disable CA1031 // One bot's failure must not end the training of all others; it is logged and shown.
        catch (Exception error)
#pragma warning restore CA1031
        {
            logger.TrainingFailed(botId, error);
            Fail(botId, work, TrainingProblems.Failed);
        }
        finally
        {
            _running.TryRemove(botId, out _);
        }

        await SayAsync(botId);
    }

    private async Task TrainAsync(string botId, Work work, CancellationToken cancellation)
    {
        var snapshot = await knowledge.SnapshotAsync(botId, cancellation);
        var set = SetOf(snapshot);
        if (set.Intents.Count == 0)
        {
            live.Clear(botId);
            return;
        }

        var began = clock.GetTimestamp();
        var former = await live.GetAsync(botId, cancellation);
        var options = new TrainingOptions { OutOfScopeShare = await foreign.OfAsync(botId, cancellation) };
        var newest = await models.NewestAsync(botId, cancellation);
        var version = new ModelVersion
        {
            Version = (newest?.Version ?? 0) + 1,
            Revision = snapshot.Revision,
            Intents = set.Intents.Count,
            Examples = snapshot.Examples,
            Format = IntentModel.Format,
            TrainedAt = Timestamp.Now(clock),
            OutOfScopeShare = former?.Version.OutOfScopeShare ?? OutOfScopeShare.Unknown,
        };

        // What was changed answers at once, with the confidence of before; the same members with their own confidence follow.
        var quick = await Task.Run(() => Train(former?.Model, set, new TrainingOptions { FitConfidence = false }, cancellation), cancellation);
        live.Set(botId, new LiveModel(version, quick, snapshot));
        await SayAsync(botId);
        var progress = new Reporter(share => Progressed(botId, work, share));
        var model = await Task.Run(() => IntentTrainer.Retrain(quick, set, options, progress, cancellation), cancellation);
        using var bytes = new MemoryStream();
        model.Save(bytes);
        version = version with
        {
            Milliseconds = (long)clock.GetElapsedTime(began).TotalMilliseconds,
            TrainedAt = Timestamp.Now(clock),
            OutOfScopeShare = options.OutOfScopeShare,
        };
        var saved = await models.AddAsync(botId, version, bytes.ToArray(), cancellation);
        live.Set(botId, new LiveModel(saved, model, snapshot));
        logger.Trained(botId, saved.Version, saved.Intents, saved.Examples, saved.Milliseconds);
    }

    private static TrainingSet SetOf(KnowledgeSnapshot known) => new(
    [
        .. known.Intents.Where(intent => intent.Examples.Count > 0)
            .Select(intent => new TrainingIntent(intent.Id, intent.Examples, intent.Title, intent.Answer)),
    ])
    {
        Negatives = [.. Negatives.InForce(known).Select(negative => negative.Text).Take(TrainingLimits.Examples - known.Examples)],
    };

    /// <summary>Without the former model when there is none that can be read.</summary>
    private static IntentModel Train(IntentModel? former, TrainingSet set, TrainingOptions options, CancellationToken cancellation) =>
        former is null
            ? IntentTrainer.Train(set, options, cancellation: cancellation)
            : IntentTrainer.Retrain(former, set, options, cancellation: cancellation);

    private void Progressed(string botId, Work work, double share)
    {
        if (share - work.Progress < ProgressStep)
            return;
        work.Progress = share;
        _ = SayAsync(botId);
    }

    private void Fail(string botId, Work work, Problem problem) =>
        _work.TryUpdate(botId, new Work(TrainingState.Failed) { Problem = problem }, work);

    private async Task SayAsync(string botId)
    {
        if (Changed is { } changed)
            changed(botId, await StatusAsync(botId));
    }

    private sealed class Work(TrainingState state)
    {
        public TrainingState State { get; } = state;

        public double Progress { get; set; }

        public Problem? Problem { get; init; }
    }

    private sealed class Reporter(Action<double> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value.Share);
    }
}
