using System.Diagnostics.Metrics;

namespace Dialog.Storage;

/// <summary>What storage measures, under the meter <see cref="MeterName"/>.</summary>
public static class StorageMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Dialog.Storage";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "dialog.commit.duration", "s", "From a group's first command to its commit on the disk.");

    private static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>(
        "dialog.commit.group_size", "{command}", "Commands that shared one commit.");

    internal static void Committed(TimeSpan took, int commands)
    {
        Duration.Record(took.TotalSeconds);
        GroupSize.Record(commands);
    }
}
