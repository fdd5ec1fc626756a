using System.Collections.Concurrent;
using System.Diagnostics;
using Dialog.Cli.Load.Hub;

namespace Dialog.Cli.Load;

/// <summary>A run from the first connection to the last conversation read again.</summary>
internal sealed class LoadRun(LoadStatus status) : IDisposable
{
    private const int ConnectingAtOnce = 64;
    private const int ReadingAtOnce = 8;
    private static readonly TimeSpan KeepAliveEvery = TimeSpan.FromSeconds(2);

    private readonly LoadOptions _options = status.Options;
    private readonly Tally _tally = status.Tally;
    private readonly HubServer _server = new(status.Options.Hub, status.Options.Bot);
    private readonly ConcurrentBag<LiveVisitor> _visitors = [];
    private readonly CancellationTokenSource _visit = new();

    /// <param name="stopSending">Ends the sending early; what was sent is still awaited and checked.</param>
    /// <exception cref="InputException">The run could not be made; says why.</exception>
    public async Task<LoadFigures> RunAsync(CancellationToken stopSending)
    {
        using var keepAlive = new Timer(_ => KeepAlive(), null, KeepAliveEvery, KeepAliveEvery);
        await ConnectAsync(stopSending);
        var visitors = _visitors.ToArray();
        var texts = _options.Messages ?? ShopQuestions.In(visitors[0].BotLanguage);
        var encoded = HubFrames.Encode(texts);
        foreach (var visitor in visitors)
            visitor.Learn(encoded);

        status.Stage = LoadStage.Sending;
        var start = Stopwatch.GetTimestamp();
        if (_options.Rate > 0)
            await Pacer.RunAsync(_options.Rate, _options.Seconds, (k, due) => visitors[k % visitors.Length].Say(TextOf(k), due), stopSending);
        else
            await HoldAsync(stopSending);

        status.Stage = LoadStage.Awaiting;
        await Patience.AwaitAnswersAsync(_tally);
        await LeaveAsync(visitors);
        var took = Stopwatch.GetElapsedTime(start, Math.Max(start, _tally.LastMoment));

        status.Stage = LoadStage.Reading;
        await ReadAgainAsync(visitors, texts);
        return LoadFigures.Of(_tally, took);

        // Shifted by a round each, so that a visitor does not say one thing only.
        int TextOf(long k) => (int)((k + (k / visitors.Length)) % texts.Count);
    }

    public void Dispose()
    {
        _visit.Cancel();
        foreach (var visitor in _visitors)
            visitor.Dispose();
        _visit.Dispose();
        _server.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        status.Stage = LoadStage.Connecting;
        try
        {
            // The first alone: what is wrong with the address or the bot is then found once.
            await ArriveAsync(cancellation);
            var all = new ParallelOptions { MaxDegreeOfParallelism = ConnectingAtOnce, CancellationToken = cancellation };
            await Parallel.ForAsync(1, _options.Connections, all, async (_, stop) => await ArriveAsync(stop));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new InputException("Stopped before all visitors were connected.");
        }
    }

    private async Task ArriveAsync(CancellationToken cancellation)
    {
        _visitors.Add(await LiveVisitor.ArriveAsync(_server, _tally, cancellation, _visit.Token));
        status.CountConnected();
    }

    private async Task HoldAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(_options.Seconds), TimeProvider.System, stop);
        }
        catch (OperationCanceledException)
        {
            // Held long enough.
        }
    }

    private async Task LeaveAsync(LiveVisitor[] visitors)
    {
        await _visit.CancelAsync();
        await Task.WhenAll(visitors.Select(visitor => visitor.Listening));
        foreach (var visitor in visitors)
            visitor.Dispose();
    }

    private async Task ReadAgainAsync(LiveVisitor[] visitors, IReadOnlyList<string> texts)
    {
        var who = visitors.Where(visitor => visitor.Ledger.Sent > 0);
        var all = new ParallelOptions { MaxDegreeOfParallelism = ReadingAtOnce };
        await Parallel.ForEachAsync(who, all, async (visitor, stop) =>
        {
            await LogReading.ReadAsync(_server, visitor.Token, new LogCheck(visitor.Ledger, texts, _tally), stop);
            status.CountRead();
        });
    }

    private void KeepAlive()
    {
        foreach (var visitor in _visitors)
            visitor.KeepAlive();
    }
}
