using Dialog.Storage.Bots;
using Dialog.Storage.Conversations;

namespace Dialog.Storage.Tests.Conversations;

[TestFixture]
public sealed class ConversationLogTests
{
    private Store _store = null!;
    private Bot _bot = null!;
    private Conversation _conversation = null!;

    [SetUp]
    public async Task Open()
    {
        _store = await Store.OpenAsync();
        _bot = await _store.AddBotAsync();
        _conversation = await _store.Conversations.BeginAsync(_bot.Id, "token", "web");
    }

    [TearDown]
    public ValueTask Close() => _store.DisposeAsync();

    [Test]
    public async Task TheSameClientIdTenTimesAtOnceIsOneMessage()
    {
        var appended = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Say("once", "visitor:1")));

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(appended.Select(a => a!.Events[0].Sequence).Distinct(), Is.EqualTo(new[] { 1L }));
            Assert.That(appended.Count(a => !a!.IsRepeat), Is.EqualTo(1));
            Assert.That(await Events(), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task ManySendersLeaveNoHoleAndTheFeedHasTheSameOrder()
    {
        var heard = new List<long>();
        _store.Feed.Subscribe(appended => heard.AddRange(appended.Events.Select(e => e.Sequence)));

        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Say($"text {i}", $"visitor:{i}")));

        var expected = Enumerable.Range(1, 300).Select(i => (long)i).ToList();
        await Assert.MultipleAsync(async () =>
        {
            Assert.That((await Events()).Select(e => e.Sequence), Is.EqualTo(expected));
            Assert.That(heard, Is.EqualTo(expected));
        });
    }

    [Test]
    public async Task TheHeadIsTheFoldOfTheEvents()
    {
        var agent = new NewEvent(EventKinds.Taken, Authors.Agent) { AuthorId = "a", AuthorName = "Reza" };
        await Say("hello", "visitor:1");
        await Append(new NewEvent(EventKinds.Handoff, Authors.Bot));
        await Append(agent);
        await Append(agent with { Kind = EventKinds.Message, Text = "I am here" });
        await Append(agent with { Kind = EventKinds.Closed });
        await Say("one more thing", "visitor:2");

        var folded = (await Events()).Aggregate(_conversation, (head, happened) => head.Apply(happened));

        Assert.That(await _store.Conversations.FindAsync(_bot.Id, _conversation.Id), Is.EqualTo(folded));
    }

    [Test]
    public async Task AnAppendSeesWhatTheVisitorsWordsFollow()
    {
        await Say("hello", "visitor:1");
        await Append(new NewEvent(EventKinds.Message, Authors.Bot) { Text = "Which of these?", Data = "{}" });
        await Say("hm", "visitor:2");

        string? before = null;
        await _store.Log.AppendAsync(_bot.Id, _conversation.Id, null, moment =>
        {
            before = moment.SaidBefore?.Text;
            return [];
        });

        Assert.That(before, Is.EqualTo("Which of these?"));
    }

    [Test]
    public async Task AnEventIsFoundByItsNumberInItsOwnConversationOnly()
    {
        await Say("hello", "visitor:1");
        var other = await _store.AddBotAsync();

        await Assert.MultipleAsync(async () =>
        {
            Assert.That((await _store.Log.FindAsync(_bot.Id, _conversation.Id, 1))!.Text, Is.EqualTo("hello"));
            Assert.That(await _store.Log.FindAsync(_bot.Id, _conversation.Id, 2), Is.Null);
            Assert.That(await _store.Log.FindAsync(other.Id, _conversation.Id, 1), Is.Null);
        });
    }

    [Test]
    public async Task WhatIsSaidToAnAgentIsNotSaidToTheBot()
    {
        await Say("to the bot", "visitor:1");
        await Append(new NewEvent(EventKinds.Handoff, Authors.Bot));
        await Say("while waiting", "visitor:2");
        await Append(new NewEvent(EventKinds.Taken, Authors.Agent) { AuthorId = "a", AuthorName = "Reza" });
        await Say("to Reza", "visitor:3");
        await Append(new NewEvent(EventKinds.Closed, Authors.Agent));
        await Say("to the bot again", "visitor:4");

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(
                (await _store.Log.SaidToBotAsync(_bot.Id, 10)).Select(said => said.Text),
                Is.EqualTo(new[] { "to the bot again", "while waiting", "to the bot" }));
            Assert.That((await _store.Log.SaidToBotAsync(_bot.Id, 1)).Select(said => said.Text), Is.EqualTo(new[] { "to the bot again" }));
        });
    }

    [Test]
    public async Task AMessageOpensAClosedConversationAgainWithTheBot()
    {
        await Append(new NewEvent(EventKinds.Closed, Authors.Agent));

        var appended = await Say("hello again", "visitor:1");

        Assert.That(appended!.Conversation.State, Is.EqualTo(ConversationStates.Bot));
    }

    [Test]
    public async Task AnAppendThatDecidesNothingChangesNothing()
    {
        var appended = await _store.Log.AppendAsync(_bot.Id, _conversation.Id, null, _ => []);

        Assert.Multiple(() =>
        {
            Assert.That(appended!.Events, Is.Empty);
            Assert.That(appended.Conversation.Last, Is.Zero);
        });
    }

    [Test]
    public async Task AnotherBotsConversationIsNotThere()
    {
        var other = await _store.AddBotAsync();
        await Say("private", "visitor:1");

        var appended = await _store.Log.AppendAsync(other.Id, _conversation.Id, null, _ => [new NewEvent(EventKinds.Message, Authors.Agent)]);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(appended, Is.Null);
            Assert.That(await _store.Log.AfterAsync(other.Id, _conversation.Id, 0, 10), Is.Empty);
            Assert.That(await _store.Conversations.FindAsync(other.Id, _conversation.Id), Is.Null);
            Assert.That(await _store.Conversations.FindByTokenAsync(other.Id, "token"), Is.Null);
        });
    }

    [Test]
    public async Task TheQueueCountsWhoWaitsAtThatMoment()
    {
        var second = await _store.Conversations.BeginAsync(_bot.Id, "token2", "web");
        await Append(new NewEvent(EventKinds.Handoff, Authors.Bot));

        var waiting = -1;
        await _store.Log.AppendAsync(_bot.Id, second.Id, null, moment =>
        {
            waiting = moment.Waiting;
            return [];
        });

        Assert.That(waiting, Is.EqualTo(1));
    }

    [Test]
    public async Task MessagesTheBotHasNotAnsweredAreSeenTogether()
    {
        await Say("hello", "visitor:1");
        await Append(new NewEvent(EventKinds.Message, Authors.Bot) { Text = "hello!" });
        await Say("i have a question", "visitor:2");
        await Say("about tea", "visitor:3");

        IReadOnlyList<string> unanswered = [];
        var appended = await _store.Log.AppendAsync(_bot.Id, _conversation.Id, null, moment =>
        {
            unanswered = moment.Unanswered;
            return [];
        });

        Assert.Multiple(() =>
        {
            Assert.That(unanswered, Is.EqualTo(new[] { "i have a question", "about tea" }));
            Assert.That(appended!.Conversation.UnansweredSince, Is.Not.Null);
        });
    }

    private Task<Appended?> Say(string text, string clientId) =>
        _store.Log.AppendAsync(
            _bot.Id, _conversation.Id, clientId, _ => [new NewEvent(EventKinds.Message, Authors.Visitor) { Text = text }]);

    private Task<Appended?> Append(NewEvent happened) =>
        _store.Log.AppendAsync(_bot.Id, _conversation.Id, null, _ => [happened]);

    private Task<IReadOnlyList<ConversationEvent>> Events() => _store.Log.AfterAsync(_bot.Id, _conversation.Id, 0, 1_000);
}
