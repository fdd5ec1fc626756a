using Dialog.Cli.Load;

namespace Dialog.Cli.Tests.Load;

public sealed class LoadPartsTests
{
    [Test]
    public void Percentiles_are_within_half_a_percent()
    {
        var histogram = new LatencyHistogram();
        for (var microseconds = 1; microseconds <= 1_000_000; microseconds += 7)
            histogram.Record(TimeSpan.FromMicroseconds(microseconds));
        Assert.Multiple(() =>
        {
            Assert.That(histogram.Percentile(0.5), Is.EqualTo(500).Within(0.5).Percent);
            Assert.That(histogram.Percentile(0.99), Is.EqualTo(990).Within(0.5).Percent);
            Assert.That(histogram.Percentile(1), Is.EqualTo(1000).Within(0.5).Percent);
            Assert.That(histogram.Max, Is.EqualTo(1000).Within(0.01));
        });
    }

    [Test]
    public void A_single_time_is_every_percentile()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromMilliseconds(12));
        Assert.That(histogram.Percentile(0.5), Is.EqualTo(12).And.EqualTo(histogram.Percentile(0.99)).And.EqualTo(histogram.Max));
    }

    [Test]
    public void Without_times_there_is_no_percentile() => Assert.That(new LatencyHistogram().Percentile(0.5), Is.Null);

    [TestCase("http://localhost:5080", "ws://localhost:5080/hubs/chat")]
    [TestCase("https://example.org/support/", "wss://example.org/support/hubs/chat")]
    [TestCase("ws://localhost:5080/hubs/chat", "ws://localhost:5080/hubs/chat")]
    public void The_hub_lies_under_the_address(string url, string hub) =>
        Assert.That(LoadOptions.HubOf(url).ToString(), Is.EqualTo(hub));

    [TestCase(new double[0], "")]
    [TestCase(new double[] { 0, 0 }, "▁▁")]
    [TestCase(new double[] { 0, 50, 100 }, "▁▅█")]
    public void A_sparkline_is_as_high_as_its_highest_value(double[] values, string drawn) =>
        Assert.That(Sparkline.Draw(values), Is.EqualTo(drawn));

    [Test]
    public async Task The_schedule_does_not_wait_for_what_is_slow()
    {
        var due = new List<long>();
        await Pacer.RunAsync(500, 0.1, (_, moment) => due.Add(moment), CancellationToken.None);
        Assert.That(due, Has.Count.EqualTo(50));
        var gaps = due.Zip(due.Skip(1), (one, next) => (next - one) / (double)System.Diagnostics.Stopwatch.Frequency);
        Assert.That(gaps, Is.All.EqualTo(0.002).Within(0.000_01));
    }
}
