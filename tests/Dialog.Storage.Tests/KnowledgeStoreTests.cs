using Dialog.Storage.Knowledge;
using Dialog.Storage.Training;

namespace Dialog.Storage.Tests;

[TestFixture]
public sealed class KnowledgeStoreTests
{
    private Store _store = null!;
    private string _botId = null!;

    [SetUp]
    public async Task Open()
    {
        _store = await Store.OpenAsync();
        _botId = (await _store.AddBotAsync()).Id;
    }

    [TearDown]
    public ValueTask Close() => _store.DisposeAsync();

    [Test]
    public async Task IntentsAndExamplesKeepTheirOrder()
    {
        await Save([.. Enumerable.Range(0, 20).Select(i => Named($"intent {i}"))]);

        var known = await _store.Knowledge.SnapshotAsync(_botId);

        Assert.Multiple(() =>
        {
            Assert.That(known.Intents.Select(i => i.Title), Is.EqualTo(Enumerable.Range(0, 20).Select(i => $"intent {i}")));
            Assert.That(known.Intents[0].Examples, Is.EqualTo(new[] { "first", "second", "third" }));
        });
    }

    [Test]
    public async Task EveryChangeRaisesTheRevisionAndMakesTheModelOutOfDate()
    {
        await Save(Named("one"));
        var revision = (await _store.Knowledge.SnapshotAsync(_botId)).Revision;
        await _store.Models.AddAsync(_botId, new ModelVersion { Revision = revision, Format = 8 }, [1, 2, 3]);

        var before = await _store.Bots.OutdatedAsync(8);
        await Save(Named("two"));

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(before, Is.Empty);
            Assert.That(await _store.Bots.OutdatedAsync(8), Is.EqualTo(new[] { _botId }));
        });
    }

    [Test]
    public async Task AModelOfAnotherFormatIsOutOfDate()
    {
        var revision = (await _store.Knowledge.SnapshotAsync(_botId)).Revision;
        await _store.Models.AddAsync(_botId, new ModelVersion { Revision = revision, Format = 7 }, [1]);
        var old = await _store.Bots.OutdatedAsync(8);
        await _store.Models.AddAsync(_botId, new ModelVersion { Revision = revision, Format = 8 }, [1]);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(old, Is.EqualTo(new[] { _botId }));
            Assert.That(await _store.Bots.OutdatedAsync(8), Is.Empty, "The newest one counts.");
            Assert.That((await _store.Models.NewestAsync(_botId))!.Format, Is.EqualTo(8));
        });
    }

    [Test]
    public async Task OnlyTheNewestModelsAreKept()
    {
        for (var i = 0; i < 5; i++)
            await _store.Models.AddAsync(_botId, new ModelVersion { Revision = i }, [(byte)i]);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That((await _store.Models.NewestAsync(_botId))!.Version, Is.EqualTo(5));
            Assert.That(await _store.Models.BytesAsync(_botId, 3), Is.EqualTo(new byte[] { 2 }));
            Assert.That(await _store.Models.BytesAsync(_botId, 2), Is.Null);
        });
    }

    [Test]
    public async Task AnIntentOfAnotherBotIsNotOverwritten()
    {
        var mine = Named("mine");
        await Save(mine);
        var other = (await _store.AddBotAsync()).Id;

        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.Knowledge.ChangeAsync(other, _ => new KnowledgeChange<int>(0, [mine with { Title = "theirs" }], [])));
        Assert.That((await _store.Knowledge.SnapshotAsync(_botId)).Intents.Single().Title, Is.EqualTo("mine"));
    }

    [Test]
    public async Task NegativesComeAndGoWithARevisionOfTheirOwnAndInTheirOrder()
    {
        await Negatives(add: ["first", "second"]);
        _store.Clock.Advance(TimeSpan.FromSeconds(1));
        await Negatives(add: ["third"]);
        var before = await _store.Knowledge.SnapshotAsync(_botId);

        await Negatives(drop: [before.Negatives.Single(known => known.Text == "third").Id]);

        var after = await _store.Knowledge.SnapshotAsync(_botId);
        Assert.Multiple(() =>
        {
            Assert.That(before.Negatives[^1].Text, Is.EqualTo("third"));
            Assert.That(after.Negatives.Select(known => known.Text), Is.EquivalentTo(new[] { "first", "second" }));
            Assert.That(after.Revision, Is.EqualTo(before.Revision + 1));
        });
    }

    [Test]
    public async Task ANegativeOfAnotherBotIsNotDropped()
    {
        await Negatives(add: ["mine"]);
        var mine = (await _store.Knowledge.SnapshotAsync(_botId)).Negatives.Single();
        var other = (await _store.AddBotAsync()).Id;

        await _store.Knowledge.ChangeAsync(other, _ => new KnowledgeChange<int>(0) { DropNegatives = [mine.Id] });

        Assert.That((await _store.Knowledge.SnapshotAsync(_botId)).Negatives, Is.EqualTo(new[] { mine }));
    }

    [Test]
    public async Task AModelRemembersTheShareItWasTrainedFor()
    {
        await _store.Models.AddAsync(_botId, new ModelVersion { Revision = 1, OutOfScopeShare = 0.6 }, [1]);

        Assert.That((await _store.Models.KeptAsync(_botId)).Single().OutOfScopeShare, Is.EqualTo(0.6));
    }

    private Task<int> Negatives(string[]? add = null, string[]? drop = null) =>
        _store.Knowledge.ChangeAsync(_botId, _ => new KnowledgeChange<int>(0) { AddNegatives = add ?? [], DropNegatives = drop ?? [] });

    private static Intent Named(string title) => new() { Title = title, Answer = "answer", Examples = ["first", "second", "third"] };

    private Task<int> Save(params Intent[] intents) =>
        _store.Knowledge.ChangeAsync(_botId, _ => new KnowledgeChange<int>(0, intents, []));
}
