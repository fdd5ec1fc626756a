using Dialog.AspNetCore;
using Dialog.AspNetCore.Knowledge.Import;

namespace Dialog.AspNetCore.Tests.Knowledge.Import;

public sealed class RefusedRowsTests
{
    [Test]
    public void AQuoteThatIsNeverClosedCostsOnlyItsRow()
    {
        var file = Reading.Csv("question,answer\na,One.\nb,\"Two\nc,Three.\nd,\"Four\"\n");

        Assert.That(file.Taken(), Is.EqualTo(new[] { "2: a → One.", "4: c → Three.", "5: d → Four" }));
        Assert.That(file.Refused(), Is.EqualTo(new[] { "3: b,\"Two → , dialog:import-bad-quotes" }));
        Assert.That(file.Pairs[1].Problem!.In("fa").Title, Does.Contain("۳"));
    }

    [Test]
    public void AFullFileOfOpenQuotesIsStillRead()
    {
        var file = Reading.Csv("question,answer\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"q{i},\"never\n")));

        Assert.That(file.Refused(), Is.Not.Empty.And.All.Contains("bad-quotes"));
        Assert.That(file.Taken(), Is.Empty);
    }

    [Test]
    public void PairsThatMissAHalfKeepTheOther() =>
        Assert.That(
            Reading.Csv("question,answer\na,\n,Two.\nc,Three.").Refused(),
            Is.EqualTo(new[] { "2: a → , dialog:import-no-answer", "3:  → Two., dialog:import-no-question" }));

    [Test]
    public void ASeparatorOutsideQuotesIsNamed() =>
        Assert.That(
            Reading.Csv("a,One.\nb,Two, or three.\nc,Four.").Refused(),
            Is.EqualTo(new[] { "2: b → Two, dialog:import-too-many-columns" }));

    [Test]
    public void AnExampleOfTwoAnswersStaysWithTheFirst()
    {
        var file = Reading.Pasted("how much?\nprice\nFive.\n\nPRICE !\ncost\nSix.");

        Assert.That(file.Taken(), Is.EqualTo(new[] { "1: how much? | price → Five.", "5: cost → Six." }));
        Assert.That(file.Refused(), Is.EqualTo(new[] { "5: PRICE ! → Six., dialog:import-example-of-other-row" }));
        Assert.That(file.Pairs[^1].Problem!.In("en").Title, Is.EqualTo("“PRICE !” already stands in row 1 with another answer."));
    }

    [TestCase("ارسال دارید؟", "ارسال  داريد")]
    [TestCase("می‌خوام", "میخوام!")]
    [TestCase("کد ۱۲", "كد 12…")]
    [TestCase("Hello There", "hello there.")]
    public void ExamplesThatDifferOnlyInDressAreTheSame(string one, string other) =>
        Assert.That(Reading.Pasted($"{one}\n{other}\nAnswer.").Taken(), Is.EqualTo(new[] { $"1: {one} → Answer." }));

    [TestCase("?", "!")]
    [TestCase("+", "-")]
    [TestCase("کار", "کارت")]
    public void ExamplesThatDifferInMoreAreNot(string one, string other) =>
        Assert.That(Reading.Pasted($"{one}\n{other}\nAnswer.").Taken(), Is.EqualTo(new[] { $"1: {one} | {other} → Answer." }));

    [Test]
    public void ATextOverTheLimitIsRefusedAndTheRestIsTaken()
    {
        var tooLong = new string('x', KnowledgeLimits.Example + 1);
        var file = Reading.Csv($"question,answer\na,One.\n{tooLong},One.\nb,{tooLong}\n{tooLong[1..]},Two.");

        Assert.That(file.Refused(), Is.EqualTo(new[]
        {
            $"3: {tooLong} → One., dialog:import-example-too-long",
            $"4: b → {tooLong}, dialog:import-answer-too-long",
        }));
        Assert.That(file.Taken(), Is.EqualTo(new[] { "2: a → One.", $"5: {tooLong[1..]} → Two." }));
    }

    [Test]
    public void ATitleOverTheLimitIsRefused() =>
        Assert.That(
            Reading.Csv($"title,question,answer\n{new string('t', Limits.NameLength + 1)},a,One.").Refused(),
            Is.EqualTo(new[] { "2: a → One., dialog:import-title-too-long" }));
}
