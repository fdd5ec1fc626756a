using System.Diagnostics.Metrics;

namespace Dialog.AspNetCore.Metrics;

/// <summary>What the product measures, under the meter <see cref="MeterName"/>. No name, text or id of anybody.</summary>
public static class DialogMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Dialog";

    private static readonly Meter Meter = new(MeterName);

    private static readonly UpDownCounter<int> Connections = Meter.CreateUpDownCounter<int>(
        "dialog.connections", "{connection}", "Open sockets, by hub.");

    private static readonly Counter<long> Messages = Meter.CreateCounter<long>(
        "dialog.messages", "{message}", "Messages in conversations, by author.");

    private static readonly Histogram<double> Match = Meter.CreateHistogram<double>(
        "dialog.match.duration", "s", "Matching one message.");

    private static readonly Histogram<double> Waiting = Meter.CreateHistogram<double>(
        "dialog.waiting.duration", "s", "From handing off to an agent's taking it.");

    internal static void Connected(string hub) => Connections.Add(1, new KeyValuePair<string, object?>("hub", hub));

    internal static void Disconnected(string hub) => Connections.Add(-1, new KeyValuePair<string, object?>("hub", hub));

    internal static void Said(string author) => Messages.Add(1, new KeyValuePair<string, object?>("author", author));

    internal static void Matched(TimeSpan took) => Match.Record(took.TotalSeconds);

    internal static void Taken(TimeSpan waited) => Waiting.Record(waited.TotalSeconds);

    /// <summary>Shows how many wait for a person, over all bots.</summary>
    internal static void ObserveQueue(Func<int> length) =>
        Meter.CreateObservableGauge("dialog.queue.length", length, "{conversation}", "Conversations that wait for a person.");
}
