using Dialog.Storage.Bots;
using Dialog.Storage.Conversations;
using Dialog.Storage.Feedback;

namespace Dialog.Storage.Tests.Feedback;

[TestFixture]
public sealed class FeedbackStoreTests
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
    public async Task FeedbackIsKeptWithItsEventAndTheNewestComesFirst()
    {
        await GiveAsync(new NewFeedback(2, FeedbackKinds.Chosen, "when", "hours"));
        _store.Clock.Advance(TimeSpan.FromSeconds(1));
        await GiveAsync(new NewFeedback(4, FeedbackKinds.Rejected, "where", "address"));

        var open = await _store.Feedback.OpenAsync(_bot.Id, 10);

        Assert.Multiple(() =>
        {
            Assert.That(open.Select(given => (given.Kind, given.Text, given.IntentId)), Is.EqualTo(new[]
            {
                (FeedbackKinds.Rejected, "where", "address"), (FeedbackKinds.Chosen, "when", "hours"),
            }));
            Assert.That(open[0].ConversationId, Is.EqualTo(_conversation.Id));
        });
    }

    [Test]
    public async Task AnAppendLearnsOfAnEarlierPressOnTheSameMessageOnly()
    {
        await GiveAsync(new NewFeedback(2, FeedbackKinds.Chosen, "when", "hours"));

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await IsPressedAsync(2), Is.True);
            Assert.That(await IsPressedAsync(3), Is.False);
        });
    }

    [Test]
    public async Task TwoPressesAtOnceAreOne()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _store.Log.AppendAsync(
            _bot.Id, _conversation.Id, null, about: 2,
            moment => moment.IsPressed ? [] : [Press(new NewFeedback(2, FeedbackKinds.Chosen, "when", "hours"))])));

        Assert.That(await _store.Feedback.OpenAsync(_bot.Id, 10), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task WhoRefusesTheAnswerToAChoiceTakesTheChoiceBack()
    {
        await GiveAsync(new NewFeedback(2, FeedbackKinds.Chosen, "when", "hours"));
        await GiveAsync(new NewFeedback(4, FeedbackKinds.Rejected, "when", "hours"));

        var open = await _store.Feedback.OpenAsync(_bot.Id, 10);

        Assert.That(open.Select(given => given.Kind), Is.EqualTo(new[] { FeedbackKinds.Rejected }));
    }

    [Test]
    public async Task WhatIsSettledIsOpenNoMoreAndAnotherBotCannotSettleIt()
    {
        await GiveAsync(new NewFeedback(2, FeedbackKinds.Rejected, "when", "hours"));
        var given = (await _store.Feedback.OpenAsync(_bot.Id, 10)).Single();
        var other = await _store.AddBotAsync();

        await _store.Feedback.SettleAsync(other.Id, [given.Id], FeedbackEnds.Dismissed);
        var stillOpen = await _store.Feedback.OpenAsync(_bot.Id, 10);
        await _store.Feedback.SettleAsync(_bot.Id, [given.Id], FeedbackEnds.Negative);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(stillOpen, Has.Count.EqualTo(1));
            Assert.That(await _store.Feedback.OpenAsync(_bot.Id, 10), Is.Empty);
            Assert.That(await _store.Feedback.OpenAsync(other.Id, 10), Is.Empty);
        });
    }

    private static NewEvent Press(NewFeedback given) => new(EventKinds.Message, Authors.Visitor) { Text = "pressed", Feedback = given };

    private Task GiveAsync(NewFeedback given) => _store.Log.AppendAsync(_bot.Id, _conversation.Id, null, _ => [Press(given)]);

    private async Task<bool> IsPressedAsync(long sequence)
    {
        var isPressed = false;
        await _store.Log.AppendAsync(_bot.Id, _conversation.Id, null, sequence, moment =>
        {
            isPressed = moment.IsPressed;
            return [];
        });
        return isPressed;
    }
}
