using Dialog.Matching.Learning;

namespace Dialog.Matching.Tests.Learning;

public sealed class SimplexProjectionTests
{
    [Test]
    public void A_projection_has_no_negative_part_and_the_given_sum()
    {
        var random = new SplitMix64(3);
        for (var round = 0; round < 2_000; round++)
        {
            var point = new float[1 + random.Below(40)];
            for (var i = 0; i < point.Length; i++)
                point[i] = (random.Share() - 0.5f) * 6;
            SimplexProjection.Project(point, 0.7f);
            Assert.That(point, Has.All.GreaterThanOrEqualTo(0f));
            Assert.That(point.Sum(), Is.EqualTo(0.7f).Within(1e-4f));
        }
    }

    [Test]
    public void Nearly_equal_large_numbers_do_not_go_round_for_ever()
    {
        var random = new SplitMix64(5);
        for (var round = 0; round < 20_000; round++)
        {
            var point = new float[12];
            for (var i = 0; i < point.Length; i++)
                point[i] = 1000f + (random.Below(4) * 1e-4f);
            SimplexProjection.Project(point, 1f);
            Assert.That(point.Sum(), Is.EqualTo(1f).Within(0.1f));
        }
    }

    [Test]
    public void A_point_that_is_there_already_stays()
    {
        var point = new[] { 0.25f, 0.75f, 0f };
        SimplexProjection.Project(point, 1);
        Assert.That(point, Is.EqualTo(new[] { 0.25f, 0.75f, 0f }).Within(1e-6f));
    }
}
