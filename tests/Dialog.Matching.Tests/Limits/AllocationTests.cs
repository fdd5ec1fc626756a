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

    private static void AllocatesItsResultOnly(IntentModel model, string text)
    {
        for (var i = 0; i < 50; i++)
            model.Match(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            model.Match(text);
        Assert.That((GC.GetAllocatedBytesForCurrentThread() - before) / 100, Is.LessThanOrEqualTo(Result));
    }
}
