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

        // How far apart the two are while neither has a frozen reader, and how far the spared one strays from round to
        // round, is the machine's doing and no fault of the frozen one.
        var chance = new[] { Grain, alike.Difference, apart.Straying }.Max();
        TestContext.Out.WriteLine($"p99 with a frozen reader {apart.Afflicted.TotalMilliseconds:0.0} ms, without {apart.Spared.TotalMilliseconds:0.0} ms; chance {chance.TotalMilliseconds:0.0} ms");
        Assert.That(apart.Afflicted, Is.LessThan((apart.Spared * Growth) + chance));
    }

    /// <summary>The same rounds at both servers.</summary>
    private sealed class Comparison
    {
        private readonly List<Message> _afflicted = [];
        private readonly List<Message> _spared = [];
        private readonly List<TimeSpan> _rounds = [];

        public TimeSpan Afflicted => Latencies.P99(_afflicted);

        public TimeSpan Spared => Latencies.P99(_spared);

        /// <summary>The furthest that the two were apart in one round.</summary>
        public TimeSpan Difference { get; private set; }

        /// <summary>The furthest that two rounds of the spared server were apart.</summary>
        public TimeSpan Straying => _rounds.Max() - _rounds.Min();

        public async Task RoundAsync(House afflicted, House spared, Task until)
        {
            var said = await Task.WhenAll(afflicted.RoundAsync(until), spared.RoundAsync(until));
            _afflicted.AddRange(said[0]);
            _spared.AddRange(said[1]);
            _rounds.Add(Latencies.P99(said[1]));
            var difference = (Latencies.P99(said[0]) - _rounds[^1]).Duration();
            Difference = difference > Difference ? difference : Difference;
        }
    }
}
