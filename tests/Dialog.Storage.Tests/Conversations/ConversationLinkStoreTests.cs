using Dialog.Storage.Bots;
using Dialog.Storage.Conversations;

namespace Dialog.Storage.Tests.Conversations;

[TestFixture]
public sealed class ConversationLinkStoreTests
{
    private const string Word = "cabcdefghijkmnpqrstuvwxyz";
    private Store _store = null!;
    private Bot _bot = null!;
    private Conversation _conversation = null!;

    [SetUp]
    public async Task Open()
    {
        _store = await Store.OpenAsync();
        _bot = await _store.AddBotAsync();
        _conversation = await _store.Conversations.BeginAsync(_bot.Id, "token", "web");
        await _store.Links.AddAsync(_bot.Id, _conversation.Id, Word, Timestamp.From(_store.Clock.GetUtcNow().AddHours(1)));
    }

    [TearDown]
    public ValueTask Close() => _store.DisposeAsync();

    [Test]
    public async Task AWordWorksOnce()
    {
        Assert.That(await _store.Links.TakeAsync(_bot.Id, Word), Is.EqualTo(_conversation.Id));
        Assert.That(await _store.Links.TakeAsync(_bot.Id, Word), Is.Null);
    }

    [Test]
    public async Task AWordOfAnotherBotIsUnknownAndStaysGood()
    {
        var other = await _store.AddBotAsync();

        Assert.That(await _store.Links.TakeAsync(other.Id, Word), Is.Null);
        Assert.That(await _store.Links.TakeAsync(_bot.Id, Word), Is.EqualTo(_conversation.Id));
    }

    [Test]
    public async Task AnOldWordIsUnknown()
    {
        _store.Clock.Advance(TimeSpan.FromHours(1));

        Assert.That(await _store.Links.TakeAsync(_bot.Id, Word), Is.Null);
    }
}
