using Dialog.Faults.Chatting;

namespace Dialog.Faults;

/// <summary>One reader stops reading. It is nobody else's concern.</summary>
public sealed class FrozenReaderTests
{
    private const int Rounds = 3;
    private const double Growth = 1.1;
    private const int Mebibyte = 1024 * 1024;

    // The sender's tick and a turn of the scheduler: nothing smaller is measured here.
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(15);

    [Test, CancelAfter(150_000), Category("Long")]
    public async Task One_frozen_reader_among_200_is_dropped_costs_the_others_nothing_and_catches_up()
    {
        // Two servers at once under the same load: whatever else the machine does, it does to both.
        await using var afflicted = await House.OpenAsync();
        await using var spared = await House.OpenAsync();
        await new Comparison().RoundAsync(afflicted, spared, Task.CompletedTask);
        var (alike, apart) = (new Comparison(), new Comparison());
        for (var round = 0; round < Rounds; round++)
        {
            await alike.RoundAsync(afflicted, spared, Task.CompletedTask);
            var dropped = afflicted.FreezeAsync();
            await apart.RoundAsync(afflicted, spared, dropped);
            Assert.That(await dropped, Is.LessThan(Mebibyte), "Held in the process for a reader that does not read.");
            Assert.That(await afflicted.ThawAsync(), Is.Positive, "It was served late instead of being dropped.");
        }

        // How far apart the two are in rounds in which neither has a frozen reader is the machine's doing.
        var chance = alike.Largest > Grain ? alike.Largest : Grain;
        TestContext.Out.WriteLine($"p99 with a frozen reader and without: {apart}; where neither has one: {alike}");
        Assert.That(apart.Median, Is.LessThan(chance));
    }

    [Test]
    public async Task A_reader_who_reads_is_not_dropped_however_much_comes_at_once()
    {
        await using var house = await House.OpenAsync();
        await house.ClamourAsync(messages: 1_000);
    }

    /// <summary>The same rounds at both servers, each by its 99th percentile.</summary>
    private sealed class Comparison
    {
        private readonly List<(TimeSpan Afflicted, TimeSpan Spared)> _rounds = [];

        /// <summary>By how much the afflicted server's readers waited longer than they may, in the middle round.</summary>
        public TimeSpan Median => _rounds.Select(round => round.Afflicted - (round.Spared * Growth)).Order().ElementAt(_rounds.Count / 2);

        /// <summary>The furthest that the two were apart.</summary>
        public TimeSpan Largest => _rounds.Max(round => (round.Afflicted - round.Spared).Duration());

        public async Task RoundAsync(House afflicted, House spared, Task until)
        {
            var said = await Task.WhenAll(afflicted.RoundAsync(until), spared.RoundAsync(until));
            _rounds.Add((Latencies.P99(said[0]), Latencies.P99(said[1])));
        }

        public override string ToString() =>
            string.Join(", ", _rounds.Select(round => $"{round.Afflicted.TotalMilliseconds:0} and {round.Spared.TotalMilliseconds:0} ms"));
    }
}
