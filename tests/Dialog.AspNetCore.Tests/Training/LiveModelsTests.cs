using Dialog.AspNetCore.Training;
using Dialog.Matching;
using Dialog.Storage.Knowledge;
using Dialog.Storage.Training;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dialog.AspNetCore.Tests.Training;

[TestFixture]
public sealed class LiveModelsTests
{
    private static readonly LiveModel Model = Train(1);

    [Test]
    public void AFreshModelAnswersAtOnceAndTheLeastRecentlyUsedMakesRoom()
    {
        using var models = WithRoomFor(3);
        foreach (var bot in new[] { "a", "b", "c" })
            models.Set(bot, Model);
        Assert.That(models.Holds("a"));

        models.Set("d", Model);

        Assert.That("abcd".Where(bot => models.Holds($"{bot}")), Is.SupersetOf("ad"));
        Assert.That("bc".Count(bot => models.Holds($"{bot}")), Is.LessThan(2));
    }

    [Test]
    public async Task ALargerModelTakesTheFormersPlaceWhereAllIsFull()
    {
        using var models = WithRoomFor(2);
        models.Set("a", Model);
        models.Set("b", Model);
        var larger = Train(40);
        Assume.That(larger.Size, Is.InRange(Model.Size + (Model.Size / 5), 2 * Model.Size));

        models.Set("a", larger);

        Assert.That(await models.GetAsync("a"), Is.SameAs(larger));
        Assert.That(models.Holds("b"), Is.False);
    }

    [Test]
    public void AModelThatIsLargerThanAllRoomDropsNoOther()
    {
        using var models = WithRoomFor(1);
        models.Set("a", Model);

        models.Set("b", Train(400));

        Assert.That((models.Holds("a"), models.Holds("b")), Is.EqualTo((true, false)));
    }

    private static LiveModels WithRoomFor(int count) =>
        new(null!, null!, Options.Create(new DialogOptions { ModelMemory = (count * Model.Size) + (Model.Size / 10) }), NullLogger<LiveModels>.Instance);

    private static LiveModel Train(int examples)
    {
        var set = new TrainingSet([new TrainingIntent("hours", [.. Enumerable.Range(0, examples).Select(i => $"when do you open in {i}")]), new TrainingIntent("price", ["how much is it"])]);
        return new LiveModel(new ModelVersion(), IntentTrainer.Train(set, new TrainingOptions { FitConfidence = false }), new KnowledgeSnapshot(1, []));
    }
}
