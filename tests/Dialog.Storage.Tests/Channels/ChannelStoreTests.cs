using Dialog.Storage.Bots;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;

namespace Dialog.Storage.Tests.Channels;

[TestFixture]
public sealed class ChannelStoreTests
{
    private static readonly MessengerPerson Sara = new("Sara", "sara");

    private Store _store = null!;
    private ChannelStore _channels = null!;
    private ChatStore _chats = null!;
    private UpdateStore _updates = null!;
    private DeliveryStore _deliveries = null!;
    private Bot _bot = null!;
    private Channel _channel = null!;

    [SetUp]
    public async Task Open()
    {
        _store = await Store.OpenAsync();
        _channels = _store.Channels;
        _chats = _store.Chats;
        _updates = new UpdateStore(_store.Database, _store.Clock);
        _deliveries = new DeliveryStore(_store.Database, _store.Clock);
        _bot = await _store.AddBotAsync();
        _channel = new Channel { BotId = _bot.Id, Provider = "telegram", Account = 1, Token = "sealed" };
        await _channels.AddAsync(_channel);
    }

    [TearDown]
    public ValueTask Close() => _store.DisposeAsync();

    [Test]
    public async Task AnUpdateIsKeptOnceAndAMarkedOneWaitsNoMore()
    {
        var first = await _updates.StoreAsync(_channel, [Received(2), Received(1)]);
        var again = await _updates.StoreAsync(_channel, [Received(2), Received(3)]);
        await _updates.TakenAsync(_channel.Id, 1);

        var waiting = await _updates.WaitingAsync(_channel.Id, chat: 7, limit: 10);
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(first, Has.Count.EqualTo(2));
            Assert.That(again.Select(update => update.UpdateId), Is.EqualTo(new[] { 3L }));
            Assert.That(waiting.Select(update => update.UpdateId), Is.EqualTo(new[] { 2L, 3L }));
            Assert.That(await _updates.ChatsWaitingAsync(_channel.Id), Is.EqualTo(new[] { 7L }));
            Assert.That(await _updates.OfMessageAsync(_channel.Id, 7, message: 102), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task OnlyWhatWasTakenIsForgotten()
    {
        await _updates.StoreAsync(_channel, [Received(1), Received(2)]);
        await _updates.TakenAsync(_channel.Id, 1);
        _store.Clock.Advance(TimeSpan.FromDays(9));

        var forgotten = await _updates.PruneAsync(Timestamp.From(_store.Clock.GetUtcNow() - TimeSpan.FromDays(8)));

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(forgotten, Is.EqualTo(1));
            Assert.That(await _updates.WaitingAsync(_channel.Id, 7, 10), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task WhoWritesTheFirstTimeGetsAConversationAndKeepsIt()
    {
        var met = await _chats.MeetAsync(_channel, 7, Sara);
        await _chats.MarkAsync(met.Chat.Id, Unreachable.Blocked);
        var again = await _chats.MeetAsync(_channel, 7, new MessengerPerson("Sara A.", null));

        var head = (await _store.Conversations.FindAsync(_bot.Id, met.Chat.ConversationId))!;
        Assert.Multiple(() =>
        {
            Assert.That(again.Chat.ConversationId, Is.EqualTo(met.Chat.ConversationId));
            Assert.That(again.WasUnreachable);
            Assert.That((head.Channel, head.PersonName, head.PersonUsername, head.Unreachable), Is.EqualTo(("telegram", "Sara A.", (string?)null, (string?)null)));
        });
    }

    [Test]
    public async Task AChatThatCarriesAnotherConversationIsNotMovedByTheFormerOnesProgress()
    {
        var chat = (await _chats.MeetAsync(_channel, 7, Sara)).Chat;
        var web = await _store.Conversations.BeginAsync(_bot.Id, "token", "web");
        await CarryAsync(_channel, 7, Sara, web.Id);

        await _deliveries.DoneAsync(new Delivery { ChatId = chat.Id, BotId = _bot.Id, ConversationId = chat.ConversationId, Sequence = 40 });

        Assert.That((await _chats.FindAsync(chat.Id))!.Sent, Is.Zero);
    }

    [Test]
    public async Task OfTwoMessengersTheHeadNamesTheOneWrittenByLast()
    {
        var bale = new Channel { BotId = _bot.Id, Provider = "bale", Account = 1, Token = "sealed" };
        await _channels.AddAsync(bale);
        var chat = (await _chats.MeetAsync(_channel, 7, Sara)).Chat;
        _store.Clock.Advance(TimeSpan.FromSeconds(1));
        await CarryAsync(bale, 8, new MessengerPerson("Sara on Bale", null), chat.ConversationId);

        var head = (await _store.Conversations.FindAsync(_bot.Id, chat.ConversationId))!;
        Assert.That(head.PersonName, Is.EqualTo("Sara on Bale"));
    }

    [Test]
    public async Task WhatWaitsAndWhatFailedIsCounted()
    {
        var chat = (await _chats.MeetAsync(_channel, 7, Sara)).Chat;
        foreach (var text in new[] { "one", "two", "three" })
            await _store.Log.AppendAsync(_bot.Id, chat.ConversationId, null, _ => [new NewEvent(EventKinds.Message, Authors.Bot) { Text = text }]);
        await _deliveries.FailAsync(Of(chat, 1) with { State = DeliveryStates.Failed, Problem = "x" });
        var failed = await _channels.LoadAsync(_bot.Id, _channel.Id);
        var chats = await _deliveries.ResendAsync(_bot.Id, chat.ConversationId, 1);
        var again = await _channels.LoadAsync(_bot.Id, _channel.Id);
        await _deliveries.DoneAsync(Of(chat, 1));
        await _deliveries.DoneAsync(Of(chat, 3));

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(failed, Is.EqualTo(new ChannelLoad { Waiting = 2, Failed = 1 }));
            Assert.That(chats, Is.EqualTo(new[] { chat.Id }));
            Assert.That(again, Is.EqualTo(new ChannelLoad { Waiting = 3 }));
            Assert.That(await _channels.LoadAsync(_bot.Id, _channel.Id), Is.EqualTo(new ChannelLoad()));
        });
    }

    [Test]
    public async Task NothingOfAChannelIsSeenOrChangedThroughAnotherBot()
    {
        var other = await _store.AddBotAsync();
        var chat = (await _chats.MeetAsync(_channel, 7, Sara)).Chat;
        await _deliveries.FailAsync(Of(chat, 1) with { State = DeliveryStates.Failed });

        await _channels.UpdateAsync(_channel with { BotId = other.Id, Name = "taken over" });
        await _channels.RemoveAsync(other.Id, _channel.Id);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await _channels.FindAsync(other.Id, _channel.Id), Is.Null);
            Assert.That((await _channels.FindAsync(_bot.Id, _channel.Id))!.Name, Is.Empty);
            Assert.That(await _deliveries.ResendAsync(other.Id, chat.ConversationId, 1), Is.Empty);
            Assert.That(await _deliveries.OfConversationAsync(other.Id, chat.ConversationId), Is.Empty);
            Assert.That(await _chats.FindAsync(chat.Id), Is.Not.Null);
        });
    }

    [Test]
    public async Task AnAccountIsConnectedOnceAndABotHasOneOfEach()
    {
        var other = await _store.AddBotAsync();

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await _channels.AddAsync(_channel with { Id = "b", BotId = other.Id }), Is.EqualTo(Connected.AccountTaken));
            Assert.That(await _channels.AddAsync(_channel with { Id = "c", Account = 2 }), Is.EqualTo(Connected.ProviderTaken));
        });
    }

    private async Task CarryAsync(Channel channel, long chat, MessengerPerson person, string conversationId)
    {
        const string Word = "cabcdefghijkmnpqrstuvwxyz";
        await _store.Links.AddAsync(_bot.Id, conversationId, Word, Timestamp.From(_store.Clock.GetUtcNow().AddHours(1)));
        await _chats.CarryAsync(channel, chat, person, Word);
    }

    private static ReceivedUpdate Received(long id) => new() { UpdateId = id, Chat = 7, Message = 100 + id, Body = "{}" };

    private static Delivery Of(MessengerChat chat, long sequence) =>
        new() { ChatId = chat.Id, BotId = chat.BotId, ConversationId = chat.ConversationId, Sequence = sequence };
}
