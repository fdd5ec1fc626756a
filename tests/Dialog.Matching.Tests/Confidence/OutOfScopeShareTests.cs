using Dialog.Matching.Learning;

namespace Dialog.Matching.Tests.Confidence;

public sealed class OutOfScopeShareTests
{
    [Test]
    public void Nobody_has_written_yet() =>
        Assert.That(OutOfScopeShare.Estimate([], 0.3), Is.EqualTo(OutOfScopeShare.Unknown).Within(1e-12));

    [TestCase(0.05, 0.3)]
    [TestCase(0.3, 0.3)]
    [TestCase(0.6, 0.3)]
    [TestCase(0.1, 0.6)]
    [TestCase(0.6, 0.1)]
    public void Two_thousand_messages_tell_the_share_whatever_was_assumed(double real, double assumed) =>
        Assert.That(OutOfScopeShare.Estimate(Messages(2_000, real, assumed), assumed), Is.EqualTo(real).Within(0.05));

    [Test]
    public void Ten_messages_move_it_a_little_and_a_thousand_all_the_way()
    {
        var estimates = new[] { 10, 100, 1_000 }.Select(count => OutOfScopeShare.Estimate(Messages(count, 0.8, 0.3), 0.3)).ToArray();
        Assert.That(estimates, Is.Ordered);
        Assert.That(estimates[0], Is.InRange(0.3, 0.5));
        Assert.That(estimates[2], Is.EqualTo(0.8).Within(0.05));
    }

    [Test]
    public void A_bot_that_was_trained_with_its_own_share_keeps_it()
    {
        var first = OutOfScopeShare.Estimate(Messages(2_000, 0.7, 0.3), 0.3);
        Assert.That(OutOfScopeShare.Estimate(Messages(2_000, 0.7, first), first), Is.EqualTo(first).Within(0.04));
    }

    [Test]
    public void The_order_of_the_messages_does_not_matter()
    {
        var messages = Messages(300, 0.5, 0.3);
        Assert.That(OutOfScopeShare.Estimate(messages.Reverse(), 0.3), Is.EqualTo(OutOfScopeShare.Estimate(messages, 0.3)).Within(1e-9));
    }

    [Test]
    public void Extremes_stay_in_range()
    {
        var none = OutOfScopeShare.Estimate(Enumerable.Repeat(0d, 100_000), 0.3);
        var all = OutOfScopeShare.Estimate(Enumerable.Repeat(1d, 100_000), 0);
        Assert.That(none, Is.InRange(0.9, OutOfScopeShare.Most));
        Assert.That(all, Is.InRange(0, 0.01));
    }

    [TestCase(-0.1, 0.3)]
    [TestCase(1.1, 0.3)]
    [TestCase(double.NaN, 0.3)]
    [TestCase(0.5, -0.1)]
    [TestCase(0.5, 1)]
    [TestCase(0.5, double.NaN)]
    public void What_is_no_probability_is_refused(double confidence, double assumed) =>
        Assert.That(() => OutOfScopeShare.Estimate([0.5, confidence], assumed), Throws.TypeOf<ArgumentOutOfRangeException>());

    /// <summary>
    /// Messages of a bot whose logits are normal: right answers around 2, wrong ones and foreign messages around -1; each
    /// with the confidence Bayes gives it for the assumed share.
    /// </summary>
    private static double[] Messages(int count, double real, double assumed)
    {
        const double accuracy = 0.85;
        var random = new SplitMix64(5);
        var right = (1 - assumed) * accuracy;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var isRight = (i + 0.5) / count >= real && random.Share() < accuracy;
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.Share()));
            var logit = (isRight ? 2 : -1) + (radius * Math.Cos(2 * Math.PI * random.Share()));

            // Both normals have a deviation of 1, so their ratio is the exponential of a line.
            var odds = right / (1 - right) * Math.Exp((3 * logit) - 1.5);
            return odds / (1 + odds);
        })];
    }
}
