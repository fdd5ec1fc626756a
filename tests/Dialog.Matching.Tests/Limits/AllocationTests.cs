using Dialog.Matching;

namespace Dialog.Matching.Tests.Limits;

/// <summary>Bytes do not wobble as times do: a match may allocate its result and nothing else.</summary>
public sealed class AllocationTests
{
    // MatchResult 24, the array of three 48, three RankedIntent of 32.
    private const long Result = 24 + 48 + (3 * 32);

    [TestCase("when will my order arrive")]
    [TestCase("what is the capital of France?")]
    [TestCase("I'd like to send this baack, it doesnt fit mee")]
    public void An_English_match_allocates_its_result_only(string text) => AllocatesItsResultOnly(IntentTrainer.Train(Shops.English), text);

    [TestCase("می‌خواهم سفارشمو لغو کنم")]
    [TestCase("gheymat ersal chande")]
    [TestCase("sthva lk ;[hsj")]
    [TestCase("مرجوغ کردن كالا ﻻزم ۱۲۳ دارم")]
    public void A_Persian_match_allocates_its_result_only(string text) => AllocatesItsResultOnly(IntentTrainer.Train(Shops.Persian), text);

    [TestCase("finglish", "gheymat ersal chande")]
    [TestCase("layout", "sthva lk ;[hsj")]
    [TestCase("spelling", "چطور با پشتیباتی صحبت کنم")]
    [TestCase("written-form", "میخوام سفارشمو لغو کنم")]
    [TestCase("affixes", "مي خواهم لغو كنم")]
    public void A_repair_that_applies_allocates_nothing(string step, string text)
    {
        var model = IntentTrainer.Train(Shops.Persian);
        Assert.That(model.Explain(text).Steps.Select(one => one.Name), Has.Member(step));
        AllocatesItsResultOnly(model, text);
    }

    [Test]
    public void A_loaded_model_allocates_no_more()
    {
        using var file = new MemoryStream();
        IntentTrainer.Train(Shops.Persian).Save(file);
        file.Position = 0;
        AllocatesItsResultOnly(IntentModel.Load(file), "gheymat ersal chande");
    }

    [Test]
    public void The_measure_sees_a_single_small_object() => Assert.That(Allocated(() => GC.KeepAlive(new object())), Is.InRange(24, 48));

    private static void AllocatesItsResultOnly(IntentModel model, string text) =>
        Assert.That(Allocated(() => model.Match(text)), Is.LessThanOrEqualTo(Result));

    /// <summary>
    /// Bytes a call allocates once everything is warm: the least of some measurements, as a collection counts the rest of
    /// the thread's room as allocated.
    /// </summary>
    private static long Allocated(Action call)
    {
        var least = long.MaxValue;
        for (var measurement = 0; measurement < 10; measurement++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 50; i++)
                call();
            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / 50);
        }

        return least;
    }
}
