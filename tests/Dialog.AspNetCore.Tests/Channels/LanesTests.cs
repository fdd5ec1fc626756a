using Dialog.AspNetCore.Channels;

namespace Dialog.AspNetCore.Tests.Channels;

[TestFixture]
public sealed class LanesTests
{
    [Test]
    public async Task WithinALaneTurnsFollowEachOtherAndAcrossLanesTheyRunSideBySide()
    {
        const int Turns = 10;
        using var both = new Barrier(2);
        var (inTurn, most, taken) = (new int[2], new int[2], new int[2]);
        var done = new SemaphoreSlim(0);
        await using var lanes = new Lanes<int>(2, TimeSpan.FromSeconds(10), TimeProvider.System, (lane, cancellation) =>
        {
            most[lane] = Math.Max(most[lane], Interlocked.Increment(ref inTurn[lane]));
            both.SignalAndWait(TimeSpan.FromSeconds(10), cancellation);
            Interlocked.Decrement(ref inTurn[lane]);
            if (++taken[lane] < Turns)
                return Task.FromResult<TimeSpan?>(TimeSpan.Zero);
            done.Release();
            return Task.FromResult<TimeSpan?>(null);
        });

        lanes.Wake(0);
        lanes.Wake(1);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await done.WaitAsync(TimeSpan.FromSeconds(20)) && await done.WaitAsync(TimeSpan.FromSeconds(20)));
            Assert.That(most, Is.EqualTo(new[] { 1, 1 }));
            Assert.That(both.CurrentPhaseNumber, Is.EqualTo(Turns));
        });
    }

    [Test]
    public async Task AWakeDuringATurnIsNotLost()
    {
        var begun = new SemaphoreSlim(0);
        var goOn = new SemaphoreSlim(0);
        await using var lanes = new Lanes<string>(1, TimeSpan.FromSeconds(10), TimeProvider.System, async (_, cancellation) =>
        {
            begun.Release();
            await goOn.WaitAsync(cancellation);
            return null;
        });

        lanes.Wake("a");
        await begun.WaitAsync();
        lanes.Wake("a");
        goOn.Release();

        Assert.That(await begun.WaitAsync(TimeSpan.FromSeconds(10)));
        goOn.Release();
    }

    [Test]
    public async Task AWakeEndsARest()
    {
        var begun = new SemaphoreSlim(0);
        await using var lanes = new Lanes<string>(1, TimeSpan.FromSeconds(10), TimeProvider.System, (_, _) =>
        {
            begun.Release();
            return Task.FromResult<TimeSpan?>(TimeSpan.FromDays(1));
        });

        lanes.Wake("a");
        await begun.WaitAsync();
        lanes.Wake("a");

        Assert.That(await begun.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task ClosingCutsOffWhatTakesTooLongAndNothingBeginsAfterIt()
    {
        var begun = new SemaphoreSlim(0);
        var lanes = new Lanes<string>(1, TimeSpan.Zero, TimeProvider.System, async (_, cancellation) =>
        {
            begun.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return null;
        });
        lanes.Wake("a");
        await begun.WaitAsync();

        await lanes.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        lanes.Wake("b");

        Assert.That(begun.CurrentCount, Is.Zero);
    }
}
