using Dialog.Matching;

namespace Dialog.Matching.Tests.Training;

public sealed class TrainingTests
{
    [Test]
    public void Ids_change_no_answer()
    {
        var renamed = new TrainingSet([.. Shops.English.Intents.Select((intent, i) => intent with { Id = $"x{i * 7919 % 101}" })]);
        var (model, other) = (IntentTrainer.Train(Shops.English), IntentTrainer.Train(renamed));
        string[] asked = ["where is my parcel", "do you have this in red", "payment", "a parrot"];
        Assert.That(asked.Select(text => other.Match(text).Confidence), Is.EqualTo(asked.Select(text => model.Match(text).Confidence)));
    }

    [Test]
    public void No_intents_are_refused() => Refuses(TrainingProblem.NoIntents);

    [Test]
    public void Intents_without_a_readable_example_are_refused() =>
        Refuses(TrainingProblem.NoExamples, new TrainingIntent("a", []), new TrainingIntent("b", [" ", "؟!"]));

    [Test]
    public void The_same_id_twice_is_refused_and_named()
    {
        var refusal = Refuses(TrainingProblem.DuplicateIntent, new TrainingIntent("a", ["x"]), new TrainingIntent("a", ["y"]));
        Assert.That(refusal.IntentId, Is.EqualTo("a"));
    }

    [Test]
    public void Too_many_intents_are_refused() =>
        Refuses(TrainingProblem.TooManyIntents, [.. Enumerable.Range(0, 5_001).Select(i => new TrainingIntent($"{i}", [$"text {i}"]))]);

    [Test]
    public void The_same_set_gives_the_same_bytes_for_any_number_of_threads()
    {
        var one = Bytes(IntentTrainer.Train(Shops.Persian, new TrainingOptions { Threads = 1 }));
        var four = Bytes(IntentTrainer.Train(Shops.Persian, new TrainingOptions { Threads = 4 }));
        Assert.That(four, Is.EqualTo(one));
    }

    [Test]
    public void A_cancelled_training_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(() => IntentTrainer.Train(Shops.English, cancellation: cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Many_threads_may_match_at_once()
    {
        var model = IntentTrainer.Train(Shops.English);
        var texts = Shops.English.Intents.SelectMany(intent => intent.Examples).ToArray();
        var alone = Array.ConvertAll(texts, text => model.Match(text).Confidence);
        var together = texts.AsParallel().AsOrdered().Select(text => model.Match(text).Confidence).ToArray();
        Assert.That(together, Is.EqualTo(alone));
    }

    private static byte[] Bytes(IntentModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    private static TrainingException Refuses(TrainingProblem problem, params TrainingIntent[] intents)
    {
        var refusal = Assert.Throws<TrainingException>(() => IntentTrainer.Train(new TrainingSet(intents)))!;
        Assert.That(refusal.Problem, Is.EqualTo(problem));
        return refusal;
    }
}
