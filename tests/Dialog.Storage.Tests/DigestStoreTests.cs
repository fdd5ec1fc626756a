using Dialog.Storage.Channels;
using Dialog.Storage.Digests;

namespace Dialog.Storage.Tests;

[TestFixture]
public sealed class DigestStoreTests
{
    private Store _store = null!;
    private DigestStore _digests = null!;
    private QuestionStore _questions = null!;
    private string _owner = null!;
    private string _botId = null!;

    [SetUp]
    public async Task Open()
    {
        _store = await Store.OpenAsync();
        _digests = new DigestStore(_store.Database, _store.Clock);
        _questions = new QuestionStore(_store.Database, _store.Clock);
        _owner = (await _store.AddAccountAsync("owner@example.com")).Id;
        _botId = (await _store.AddBotAsync(_owner)).Id;
    }

    [TearDown]
    public ValueTask Close() => _store.DisposeAsync();

    [Test]
    public async Task AWordMakesOneChatAReceiverOnceAndForAWhile()
    {
        var channel = await AddChannelAsync(_botId, 1);
        await Issue("used");
        await Issue("old");

        var first = await Subscribe("used", channel, 7);
        var again = await Subscribe("used", channel, 8);
        _store.Clock.Advance(TimeSpan.FromHours(25));
        var late = await Subscribe("old", channel, 9);

        var receivers = await _digests.ReceiversAsync(_botId);
        Assert.Multiple(() =>
        {
            Assert.That((first, again, late), Is.EqualTo((true, false, false)));
            Assert.That(receivers.Select(receiver => (receiver.Chat, receiver.UserId, receiver.Provider)), Is.EqualTo(new[] { (7L, _owner, "telegram") }));
        });
    }

    [Test]
    public async Task AWordOfOneBotIsNoneOfAnother()
    {
        var other = (await _store.AddBotAsync()).Id;
        await Issue("word");

        var subscribed = await Subscribe("word", await AddChannelAsync(other, 2), 7);

        Assert.That(subscribed, Is.False);
        Assert.That(await Subscribe("word", await AddChannelAsync(_botId, 1), 7), "It is not used up.");
    }

    [Test]
    public async Task WhatWasSentIsNotTakenBackByASetting()
    {
        await Subscribed();
        var receiver = (await _digests.ReceiversAsync(_botId)).Single();
        await _digests.SentAsync(receiver, "2026-03-22", new Timestamp(1_000));

        await _digests.SaveAsync(new Digest { BotId = _botId, IsOn = true, Hour = 9, TimeZone = "Etc/UTC" }, "2026-03-21", begins: false);

        var after = (await _digests.ReceiversAsync(_botId)).Single();
        Assert.That((after.SentDay, after.CoveredUntil), Is.EqualTo(("2026-03-22", new Timestamp(1_000))));
    }

    [Test]
    public async Task OneThatBeginsTellsNothingOfBefore()
    {
        await Subscribed();
        _store.Clock.Advance(TimeSpan.FromDays(3));

        await _digests.SaveAsync(new Digest { BotId = _botId, IsOn = true, Hour = 9, TimeZone = "Etc/UTC" }, "2026-03-24", begins: true);

        var receiver = (await _digests.ReceiversAsync(_botId)).Single();
        Assert.That((receiver.SentDay, receiver.CoveredUntil), Is.EqualTo(("2026-03-24", Timestamp.Now(_store.Clock))));
    }

    [Test]
    public async Task OnlyThoseThatAreOnAndGoToSomebodyAreSent()
    {
        var digest = new Digest { BotId = _botId, IsOn = true, Hour = 9, TimeZone = "Etc/UTC" };
        await _digests.SaveAsync(digest, "2026-03-21", begins: true);
        var toNobody = await _digests.OnAsync();
        await Subscribed();
        var toSomebody = await _digests.OnAsync();
        await _digests.SaveAsync(digest with { IsOn = false }, "2026-03-21", begins: false);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(toNobody, Is.Empty);
            Assert.That(toSomebody, Is.EqualTo(new[] { digest }));
            Assert.That(await _digests.OnAsync(), Is.Empty);
        });
    }

    [Test]
    public async Task ADisconnectedAccountTakesItsReceiversWithIt()
    {
        var channel = await Subscribed();

        await new ChannelStore(_store.Database).RemoveAsync(_botId, channel.Id);

        Assert.That(await _digests.ReceiversAsync(_botId), Is.Empty);
    }

    [Test]
    public async Task AQuestionIsKeptOnceAndStaysSettled()
    {
        var first = (await Keep("do you ship?", "DO YOU SHIP?"))[0];
        await _questions.SettleAsync(first);

        var again = await Keep("do you ship?");
        var other = (await _store.AddBotAsync()).Id;

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(again, Is.EqualTo(new[] { first with { IsSettled = true } }));
            Assert.That(await _questions.SettledAsync(_botId), Is.EqualTo(new[] { first.Key }));
            Assert.That(await _questions.FindAsync(other, first.Id), Is.Null);
            Assert.That(await _questions.SettledAsync(other), Is.Empty);
        });
    }

    [Test]
    public async Task WhatNobodyAsksAnyMoreIsForgotten()
    {
        var question = (await Keep("do you ship?"))[0];
        _store.Clock.Advance(TimeSpan.FromDays(1));

        await _questions.PruneAsync(Timestamp.Now(_store.Clock));

        Assert.That(await _questions.FindAsync(_botId, question.Id), Is.Null);
    }

    private Task<IReadOnlyList<DigestQuestion>> Keep(params string[] texts) =>
        _questions.KeepAsync([.. texts.Select(text => new DigestQuestion { BotId = _botId, Key = text.ToLowerInvariant(), Text = text })]);

    private Task Issue(string word) =>
        _digests.IssueAsync(word, _botId, _owner, Timestamp.From(_store.Clock.GetUtcNow() + TimeSpan.FromHours(24)));

    private Task<bool> Subscribe(string word, Channel channel, long chat) =>
        _digests.SubscribeAsync(word, new DigestReceiver { BotId = channel.BotId, ChannelId = channel.Id, Chat = chat, Name = "Sara", SentDay = "2026-03-20" });

    private async Task<Channel> Subscribed()
    {
        var channel = await AddChannelAsync(_botId, 1);
        await Issue("word");
        Assert.That(await Subscribe("word", channel, 7));
        return channel;
    }

    private async Task<Channel> AddChannelAsync(string botId, long account)
    {
        var channel = new Channel { BotId = botId, Provider = "telegram", Account = account, Name = "Shop", Username = "shop_bot", Token = "sealed", ConnectedAt = Timestamp.Now(_store.Clock) };
        Assert.That(await new ChannelStore(_store.Database).AddAsync(channel), Is.EqualTo(Connected.Yes));
        return channel;
    }
}
