using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dialog.Cli.Load;

/// <summary>Shows a run while it goes on: drawn in a terminal, a line a stage elsewhere.</summary>
internal sealed class LoadProgress
{
    private const int Width = 60;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly IAnsiConsole _console;
    private readonly LoadStatus _status;
    private readonly Queue<double> _slowest = new(Width);
    private readonly Queue<double> _answers = new(Width);
    private long _answeredBefore;
    private double? _median;

    public LoadProgress(TextWriter error, LoadStatus status)
    {
        _status = status;
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
    }

    public Task<T> WatchAsync<T>(Func<Task<T>> run) =>
        _console.Profile is { Capabilities: { Ansi: true, Interactive: true }, Out.IsTerminal: true } ? DrawAsync(run) : TellAsync(run);

    private Task<T> DrawAsync<T>(Func<Task<T>> run) =>
        _console.Live(Draw()).AutoClear(true).StartAsync(async screen =>
        {
            var running = run();
            using var ticks = new PeriodicTimer(Every);
            while (!running.IsCompleted)
            {
                await Task.WhenAny(running, ticks.WaitForNextTickAsync().AsTask());
                Sample();
                screen.UpdateTarget(Draw());
            }

            return await running;
        });

    private async Task<T> TellAsync<T>(Func<Task<T>> run)
    {
        var running = run();
        using var ticks = new PeriodicTimer(Every);
        LoadStage? told = null;
        while (!running.IsCompleted)
        {
            if (told != _status.Stage)
                _console.WriteLine(Plan((told = _status.Stage).Value));
            await Task.WhenAny(running, ticks.WaitForNextTickAsync().AsTask());
        }

        return await running;
    }

    private void Sample()
    {
        if (_status.Stage is LoadStage.Connecting or LoadStage.Reading)
            return;
        var recent = _status.Tally.Recent;
        _median = recent.Percentile(0.5) ?? _median;
        Keep(_slowest, recent.Percentile(0.99) ?? 0);
        recent.Clear();
        var answered = _status.Tally.Answered;
        Keep(_answers, (answered - _answeredBefore) / Every.TotalSeconds);
        _answeredBefore = answered;
    }

    private static void Keep(Queue<double> values, double value)
    {
        if (values.Count == Width)
            values.Dequeue();
        values.Enqueue(value);
    }

    private Rows Draw()
    {
        var tally = _status.Tally;
        var bad = tally.Doubled + tally.OutOfOrder + tally.Refused + tally.Cut;
        return new Rows(
            new Markup($"[bold]{NameOf(_status.Stage)}[/]"),
            new Markup($"sent {Count(tally.Sent)} · acknowledged {Count(tally.Acknowledged)} · answered {Count(tally.Answered)}"
                + (bad > 0 ? $" · [red]{Count(bad)} refused, doubled, out of order or cut[/]" : "")),
            Line("answers a second", _answers, Number(_answers.LastOrDefault()), "green"),
            Line("p99", _slowest, $"{Number(_slowest.LastOrDefault())} ms, p50 {Number(_median ?? 0)} ms", "yellow"));
    }

    private static IRenderable Line(string name, Queue<double> values, string latest, string colour) =>
        new Markup($"{name,-17}[{colour}]{Sparkline.Draw(values)}[/] {latest}");

    private string Plan(LoadStage stage) => stage switch
    {
        LoadStage.Connecting => $"Connecting {Count(_status.Options.Connections)} visitors",
        LoadStage.Reading => "Reading all conversations again",
        _ => NameOf(stage),
    };

    private string NameOf(LoadStage stage) => stage switch
    {
        LoadStage.Connecting => $"Connecting {Count(_status.Connected)} of {Count(_status.Options.Connections)} visitors",
        LoadStage.Sending when _status.Options.Rate == 0 => $"Holding {Count(_status.Connected)} idle connections for {Number(_status.Options.Seconds)} s",
        LoadStage.Sending => $"Sending {Number(_status.Options.Rate)} messages a second for {Number(_status.Options.Seconds)} s",
        LoadStage.Awaiting => "Waiting for the last answers",
        _ => $"Reading {Count(_status.Read)} conversations again",
    };

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);
}
