using Dialog.Matching;
using Dialog.Matching.Features;
using Dialog.Matching.Learning;
using Dialog.Matching.Text;

namespace Dialog.Matching.Tests.Training;

/// <summary>A model that goes on from the one before is the model that one would get from nothing, within stated bounds.</summary>
public sealed class RetrainingTests
{
    private static readonly TrainingOptions Quick = new() { FitConfidence = false };

    [TestCase("fa")]
    [TestCase("en")]
    public void After_one_more_example_99_of_100_answers_are_what_a_fresh_training_gives(string shop)
    {
        var (set, heldOut) = Shops.Demo(shop);
        var former = IntentTrainer.Train(Without(set, 3), Quick);
        var warm = IntentTrainer.Retrain(former, set, Quick);
        var fresh = IntentTrainer.Train(set, Quick);

        // What neither would answer may be torn between two intents, and lean either way.
        var answered = heldOut.Where(row => Answers(warm, row.Text) || Answers(fresh, row.Text)).ToArray();
        Assert.That(answered, Has.Length.GreaterThan(200));
        Assert.That(answered.Count(row => warm.Match(row.Text).Best.Id == fresh.Match(row.Text).Best.Id), Is.GreaterThanOrEqualTo(0.99 * answered.Length));
        Assert.That(Right(warm, heldOut), Is.GreaterThanOrEqualTo(Right(fresh, heldOut) - 0.01));

        static bool Answers(IntentModel model, string text) => model.Match(text).Confidence >= model.ThresholdFor(0.1);
    }

    [TestCase("fa")]
    [TestCase("en")]
    public void After_many_changes_one_by_one_it_is_as_often_right(string shop)
    {
        var (set, heldOut) = Shops.Demo(shop);
        var model = IntentTrainer.Train(Without(set, [.. Enumerable.Range(0, 30)]), Quick);
        for (var left = 29; left >= 0; left--)
            model = IntentTrainer.Retrain(model, Without(set, [.. Enumerable.Range(0, left)]), Quick);
        Assert.That(Right(model, heldOut), Is.GreaterThanOrEqualTo(Right(IntentTrainer.Train(set, Quick), heldOut) - 0.02));
    }

    [Test]
    public void A_new_intent_is_found_as_often_as_if_it_had_always_been_there()
    {
        var (set, heldOut) = Shops.Demo("fa");
        var former = IntentTrainer.Train(set with { Intents = [.. set.Intents.Skip(1)] }, Quick);
        var mine = heldOut.Where(row => row.Intent == set.Intents[0].Id).ToArray();
        var warm = IntentTrainer.Retrain(former, set, Quick);
        Assert.That(Right(warm, mine), Is.GreaterThanOrEqualTo(Right(IntentTrainer.Train(set, Quick), mine)));
        Assert.That(Right(warm, heldOut), Is.GreaterThanOrEqualTo(Right(IntentTrainer.Train(set, Quick), heldOut) - 0.02));
    }

    [Test]
    public void A_deleted_intent_is_never_found_again()
    {
        var (set, _) = Shops.Demo("en");
        var gone = set.Intents[5];
        var model = IntentTrainer.Retrain(IntentTrainer.Train(set), set with { Intents = [.. set.Intents.Where(intent => intent != gone)] });
        Assert.That(model.Intents, Is.EqualTo(set.Intents.Count - 1));
        Assert.That(gone.Examples.Select(text => model.Match(text).Best.Id), Has.None.EqualTo(gone.Id));
    }

    [Test]
    public void The_same_sequence_of_sets_gives_the_same_bytes_for_any_number_of_threads() =>
        Assert.That(Sequence(4), Is.EqualTo(Sequence(1)));

    [Test]
    public void Quick_first_and_exact_then_is_the_same_as_exact_at_once()
    {
        var former = IntentTrainer.Train(Without(Shops.Demo("en").Set, 2));
        var set = Shops.Demo("en").Set;
        var inTwo = IntentTrainer.Retrain(IntentTrainer.Retrain(former, set, Quick), set);
        Assert.That(Bytes(inTwo), Is.EqualTo(Bytes(IntentTrainer.Retrain(former, set))));
    }

    [Test]
    public void Without_a_fit_the_former_confidence_is_taken_over()
    {
        var (set, _) = Shops.Demo("en");
        var former = IntentTrainer.Train(Without(set, 2));
        var read = IntentModel.Load(new MemoryStream(Bytes(former)));
        foreach (var one in new[] { former, read })
            Assert.That(IntentTrainer.Retrain(one, set, Quick).ThresholdFor(0.1), Is.EqualTo(former.ThresholdFor(0.1)));
        Assert.That(IntentTrainer.Train(set, Quick).ThresholdFor(0.1), Is.Not.EqualTo(former.ThresholdFor(0.1)));
    }

    [TestCase("fa")]
    [TestCase("en")]
    public void The_confidence_is_what_a_whole_fit_would_say(string shop)
    {
        var (set, heldOut) = Shops.Demo(shop);
        var warm = IntentTrainer.Retrain(IntentTrainer.Train(Without(set, 1)), set);
        var fresh = IntentTrainer.Train(set);
        Assert.That(heldOut.Average(row => Math.Abs(warm.Match(row.Text).Confidence - fresh.Match(row.Text).Confidence)), Is.LessThan(0.06));
        Assert.That(warm.ThresholdFor(0.1), Is.EqualTo(fresh.ThresholdFor(0.1)).Within(0.06));
    }

    [Test]
    public void Each_round_is_run_again_before_five_changes_are_over()
    {
        var (set, _) = Shops.Demo("en");
        var model = IntentTrainer.Train(Without(set, 0, 1, 2, 3, 4, 5));
        var before = model.Warm!.Rounds.Rounds;
        for (var left = 5; left > 0; left--)
            model = IntentTrainer.Retrain(model, Without(set, [.. Enumerable.Range(0, left)]));
        Assert.That(model.Warm!.Rounds.Rounds, Has.Length.EqualTo(before.Length));
        Assert.That(model.Warm.Rounds.Rounds.Select(round => round.Changed), Is.All.LessThan(5));
    }

    [Test]
    public void Another_share_of_foreign_messages_weighs_the_same_rounds_anew()
    {
        var (set, heldOut) = Shops.Demo("en");
        var few = new TrainingOptions { OutOfScopeShare = 0.1 };
        var warm = IntentTrainer.Retrain(IntentTrainer.Train(set), set, few);
        var fresh = IntentTrainer.Train(set, few);
        Assert.That(warm.ThresholdFor(0.1), Is.EqualTo(fresh.ThresholdFor(0.1)).Within(1e-4));
        Assert.That(heldOut.Max(row => Math.Abs(warm.Match(row.Text).Confidence - fresh.Match(row.Text).Confidence)), Is.LessThan(1e-3));
    }

    [Test]
    public void After_a_change_of_most_texts_everything_is_trained_from_nothing()
    {
        var (set, _) = Shops.Demo("en");
        var former = IntentTrainer.Train(new TrainingSet([.. set.Intents.Take(10)]));
        Assert.That(Bytes(IntentTrainer.Retrain(former, set)), Is.EqualTo(Bytes(IntentTrainer.Train(set))));
    }

    [Test]
    public void Crammer_and_Singer_reach_the_same_optimum_from_a_former_solution()
    {
        var (set, _) = Shops.Demo("fa");
        var prepared = PreparedSet.From(set);
        var counted = CountedTexts.From(prepared.Texts, TextPipeline.Plain, CancellationToken.None);
        var everything = Enumerable.Range(0, prepared.Texts.Count).ToArray();
        var rows = counted.Rows(everything, new Vectorizer(counted.DocumentFrequency(everything), everything.Length));
        var labels = prepared.Labels.ToArray();
        var costs = prepared.Weights.ToArray();

        // The former solution is that of every text but twenty, for other costs.
        var few = everything[20..];
        var formerRows = counted.Rows(few, new Vectorizer(counted.DocumentFrequency(few), few.Length));
        var former = new CrammerSinger(formerRows, labels[20..], [.. few.Select(_ => 1.5f)], prepared.IntentIds.Length, counted.Index.Count);
        former.Solve(30, 0.01f, CancellationToken.None);

        var fresh = new CrammerSinger(rows, labels, costs, prepared.IntentIds.Length, counted.Index.Count);
        fresh.Solve(300, 1e-4f, CancellationToken.None);
        var warm = new CrammerSinger(rows, labels, costs, prepared.IntentIds.Length, counted.Index.Count);
        warm.Resume(SparseDuals.From(former, labels.AsSpan(20)), [.. everything.Select(text => text - 20 < 0 ? -1 : text - 20)], [.. Enumerable.Range(0, prepared.IntentIds.Length)]);
        warm.Solve(300, 1e-4f, CancellationToken.None);
        Assert.That(Objective(warm, rows, labels, costs), Is.EqualTo(Objective(fresh, rows, labels, costs)).Within(1).Percent);
    }

    private static double Objective(CrammerSinger solver, SparseRows rows, int[] labels, float[] costs)
    {
        var loss = 0d;
        var scores = new float[solver.Width];
        for (var row = 0; row < rows.Count; row++)
        {
            solver.BiasRow.CopyTo(scores, 0);
            ClassScores.Add(rows.Ids(row), rows.Values(row), solver.Weights, scores);
            var own = scores[labels[row]];
            loss += costs[row] * Enumerable.Range(0, solver.Duals.Length / labels.Length).Max(k => (k == labels[row] ? 0 : 1) + scores[k] - own);
        }

        return loss + (solver.Weights.Concat(solver.BiasRow).Sum(weight => (double)weight * weight) / 2);
    }

    private static byte[] Sequence(int threads)
    {
        var (set, _) = Shops.Demo("en");
        var options = new TrainingOptions { Threads = threads };
        var model = IntentTrainer.Train(Without(set, 1, 2, 3), options);
        model = IntentTrainer.Retrain(model, Without(set, 1, 2), options with { FitConfidence = false });
        model = IntentTrainer.Retrain(model, Without(set, 2), options);
        return Bytes(IntentTrainer.Retrain(model, set with { Negatives = ["who won the match", "tell me a joke"] }, options));
    }

    private static double Right(IntentModel model, (string Intent, string Text)[] rows) =>
        rows.Count(row => model.Match(row.Text).Best.Id == row.Intent) / (double)rows.Length;

    private static byte[] Bytes(IntentModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    /// <summary>The set without the first example of these intents.</summary>
    private static TrainingSet Without(TrainingSet set, params int[] intents) => set with
    {
        Intents = [.. set.Intents.Select((intent, i) => intents.Contains(i) ? intent with { Examples = [.. intent.Examples.Skip(1)] } : intent)],
    };
}
