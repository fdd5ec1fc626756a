using Dialog.Storage.Bots;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;

namespace Dialog.Storage.Tests.Conversations;

/// <summary>A conversation of the website taken into a messenger by a link.</summary>
[TestFixture]
public sealed class CarryingTests
{
    private const string Word = "cabcdefghijkmnpqrstuvwxyz";
    private const long Chat = 7;
    private static readonly MessengerPerson Sara = new("سارا", "sara");
    private Store _store = null!;
    private Channel _channel = null!;
    private Conversation _conversation = null!;

    [SetUp]
    public async Task Open()
    {
        _store = await Store.OpenAsync();
        _channel = await Connect(await _store.AddBotAsync(), account: 1);
        _conversation = await _store.Conversations.BeginAsync(_channel.BotId, "token", "web");
        await _store.Log.AppendAsync(_channel.BotId, _conversation.Id, null, _ => [new NewEvent(EventKinds.Message, Authors.Visitor) { Text = "hi" }]);
        await _store.Links.AddAsync(_channel.BotId, _conversation.Id, Word, Timestamp.From(_store.Clock.GetUtcNow().AddHours(1)));
    }

    [TearDown]
    public ValueTask Close() => _store.DisposeAsync();

    [Test]
    public async Task TheChatGoesOnFromTheConversationsEnd()
    {
        var chat = await Carry();

        var carried = await _store.Conversations.FindAsync(_channel.BotId, _conversation.Id);
        Assert.That((chat!.ConversationId, chat.Sent, carried!.Channel), Is.EqualTo((_conversation.Id, 1L, "telegram")));
    }

    [Test]
    public async Task AChatThatHadAConversationOfItsOwnCarriesTheNewOne()
    {
        var before = (await _store.Chats.MeetAsync(_channel, Chat, Sara)).Chat;

        var after = await Carry();

        Assert.That((after!.Id, after.ConversationId), Is.EqualTo((before.Id, _conversation.Id)));
        Assert.That(await _store.Chats.OfConversationAsync(_channel.BotId, before.ConversationId), Is.Empty);
    }

    [Test]
    public async Task AWordWorksOnce()
    {
        Assert.That(await Carry(), Is.Not.Null);
        Assert.That(await _store.Chats.CarryAsync(_channel, Chat + 1, Sara, Word), Is.Null);
    }

    [Test]
    public async Task AWordOfAnotherBotIsUnknownAndStaysGood()
    {
        var foreign = await Connect(await _store.AddBotAsync(), account: 2);

        Assert.That(await _store.Chats.CarryAsync(foreign, Chat, Sara, Word), Is.Null);
        Assert.That(await Carry(), Is.Not.Null);
    }

    [Test]
    public async Task AnOldWordIsUnknown()
    {
        _store.Clock.Advance(TimeSpan.FromHours(1));

        Assert.That(await Carry(), Is.Null);
    }

    private Task<MessengerChat?> Carry() => _store.Chats.CarryAsync(_channel, Chat, Sara, Word);

    private async Task<Channel> Connect(Bot bot, long account)
    {
        var channel = new Channel
        {
            BotId = bot.Id, Provider = "telegram", Account = account, Name = "Shop", Username = "shop_bot", Token = "sealed",
            ConnectedAt = Timestamp.Now(_store.Clock),
        };
        Assert.That(await _store.Channels.AddAsync(channel), Is.EqualTo(Connected.Yes));
        return channel;
    }
}
