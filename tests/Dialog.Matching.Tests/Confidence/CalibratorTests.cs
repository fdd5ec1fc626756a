using Dialog.Matching.Confidence;

namespace Dialog.Matching.Tests.Confidence;

public sealed class CalibratorTests
{
    // Intent 1 is wrong whatever is asked, and everything about its messages says so.
    private static readonly CalibrationRow[] Rows =
        [.. Enumerable.Range(0, 200).Select(i => new CalibrationRow([.. Enumerable.Repeat(i % 2 == 0 ? 1f : -1f, Evidence.Count)], i % 2, i % 2 == 0, 1))];

    [Test]
    public void Where_every_intent_was_missing_once_all_evidence_counts_and_each_intent_has_its_own_part()
    {
        var calibrator = Calibrator.Fit(Rows, ConfidencePrior.Current, 2, whole: true);
        Assert.That(calibrator.Weights, Has.None.Zero);
        Assert.That(calibrator.Offsets[0], Is.GreaterThan(calibrator.Offsets[1]));
    }

    [TestCase(0.1f, 1)]
    [TestCase(0.05f, 0.5)]
    [TestCase(0f, 0)]
    public void Of_a_text_it_hardly_knows_it_is_hardly_sure(float known, double share)
    {
        var calibrator = new Calibrator(new double[Evidence.Count + 1], new float[1]);
        var evidence = new float[Evidence.Count];
        evidence[Array.IndexOf(Evidence.Names, "known")] = known;
        Assert.That(calibrator.Confidence(evidence, 0), Is.EqualTo(share / 2).Within(1e-6), "All weights are zero: one half.");
    }

    [Test]
    public void In_fewer_rounds_neither_levels_nor_single_intents_say_anything()
    {
        var calibrator = Calibrator.Fit(Rows, ConfidencePrior.Current, 2, whole: false);
        for (var i = 0; i < Evidence.Count; i++)
            Assert.That(calibrator.Weights[i + 1], Evidence.IsLevel(i) ? Is.Zero : Is.Not.Zero, Evidence.Names[i]);
        Assert.That(calibrator.Offsets, Has.All.Zero);
        Assert.That(calibrator.Confidence(Rows[0].Evidence, 0), Is.GreaterThan(calibrator.Confidence(Rows[1].Evidence, 1)));
    }
}
