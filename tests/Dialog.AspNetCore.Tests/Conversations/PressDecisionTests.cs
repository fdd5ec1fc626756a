using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Conversations;
using Dialog.Storage.Feedback;
using Dialog.Storage.Knowledge;

namespace Dialog.AspNetCore.Tests.Conversations;

[TestFixture]
public sealed class PressDecisionTests
{
    private static readonly Intent Hours = new() { Id = "i", Title = "Hours", Answer = "We open at nine." };
    private static readonly EventData Offer = new() { Choices = [new Choice("i", "Hours"), new Choice("gone", "Holidays")], Question = "when" };
    private static readonly EventData AnAnswer = new() { Answers = 3, Intent = "i", Question = "when" };

    [TestCase(ConversationStates.Bot)]
    [TestCase(ConversationStates.Waiting)]
    public void AChoiceIsSaidAndAnswered(string state)
    {
        var decided = On(Offer).OnChoice(In(state), "i", via: null);

        Assert.Multiple(() =>
        {
            Assert.That(decided.Select(e => e.Text), Is.EqualTo(new[] { "Hours", "We open at nine." }));
            Assert.That(EventData.Of(decided[0].Data), Is.EqualTo(new EventData { Answers = 4, Chose = "i" }));
            Assert.That(EventData.Of(decided[1].Data), Is.EqualTo(new EventData { Answers = 8, Intent = "i", Question = "when" }));
            Assert.That(decided[0].Feedback, Is.EqualTo(new NewFeedback(4, FeedbackKinds.Chosen, "when", "i")));
        });
    }

    [Test]
    public void AChoiceWhoseIntentIsGoneGoesToAPerson()
    {
        var decided = On(Offer).OnChoice(In(ConversationStates.Bot), "gone", via: null);

        Assert.That(decided[^1].Kind, Is.EqualTo(EventKinds.Handoff));
    }

    [TestCase(ConversationStates.Bot, "message:visitor message:bot handoff:bot")]
    [TestCase(ConversationStates.Waiting, "message:visitor message:bot")]
    public void NoneOfTheseGoesToAPerson(string state, string events)
    {
        var decided = On(Offer).OnChoice(In(state), null, via: "bale");

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', decided.Select(e => $"{e.Kind}:{e.Author}")), Is.EqualTo(events));
            Assert.That(decided[0].Text, Is.EqualTo("None of these"));
            Assert.That(EventData.Of(decided[0].Data), Is.EqualTo(new EventData { Rejects = 4, Via = "bale" }));
            Assert.That(decided[0].Feedback, Is.EqualTo(new NewFeedback(4, FeedbackKinds.NoneOfThese, "when", null)));
        });
    }

    [TestCase(ConversationStates.Agent)]
    [TestCase(ConversationStates.Closed)]
    public void AChoiceComesTooLateOnceAPersonHasTheConversationOrItIsClosed(string state)
    {
        Assert.Multiple(() =>
        {
            Assert.That(On(Offer).OnChoice(In(state), "i", via: null), Is.Empty);
            Assert.That(On(Offer).OnChoice(In(state), null, via: null), Is.Empty);
        });
    }

    [Test]
    public void OnlyTheFirstPressCounts()
    {
        var pressed = In(ConversationStates.Bot) with { IsPressed = true };
        Assert.Multiple(() =>
        {
            Assert.That(On(Offer).OnChoice(pressed, "i", via: null), Is.Empty);
            Assert.That(On(Offer).OnChoice(pressed, null, via: null), Is.Empty);
            Assert.That(On(AnAnswer).OnRejection(pressed, via: null), Is.Empty);
        });
    }

    [Test]
    public void WhatWasNotOfferedCannotBeChosenNorRefused()
    {
        var moment = In(ConversationStates.Bot);
        Assert.Multiple(() =>
        {
            Assert.That(On(Offer).OnChoice(moment, "another", via: null), Is.Empty);
            Assert.That(On(AnAnswer).OnChoice(moment, "i", via: null), Is.Empty);
            Assert.That(On(AnAnswer).OnChoice(moment, null, via: null), Is.Empty);
            Assert.That(On(Offer).OnRejection(moment, via: null), Is.Empty);
            Assert.That(On(EventData.Of(null)).OnRejection(moment, via: null), Is.Empty);
        });
    }

    [TestCase(ConversationStates.Bot, "message:visitor message:bot handoff:bot")]
    [TestCase(ConversationStates.Closed, "message:visitor message:bot handoff:bot")]
    [TestCase(ConversationStates.Waiting, "message:visitor message:bot")]
    [TestCase(ConversationStates.Agent, "message:visitor")]
    public void ARefusedAnswerGoesToAPerson(string state, string events)
    {
        var decided = On(AnAnswer).OnRejection(In(state), via: null);

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', decided.Select(e => $"{e.Kind}:{e.Author}")), Is.EqualTo(events));
            Assert.That(decided[0].Text, Is.EqualTo("That is not what I asked"));
            Assert.That(EventData.Of(decided[0].Data), Is.EqualTo(new EventData { Rejects = 4 }));
            Assert.That(decided[0].Feedback, Is.EqualTo(new NewFeedback(4, FeedbackKinds.Rejected, "when", "i")));
        });
    }

    [TestCase("en", true, 0, "Sorry about that. I have passed your question to a colleague, who")]
    [TestCase("en", true, 4, "You are number 5 in the queue")]
    [TestCase("en", false, 0, "Nobody is at the desk right now")]
    [TestCase("fa", true, 4, "شما نفر ۵ در نوبت هستید")]
    public void WhatBecomesOfARefusedAnswerIsToldHonestly(string language, bool someoneHere, int waiting, string words)
    {
        var bot = Bot(language) with { SomeoneHere = someoneHere };

        var decided = new PressDecision(bot, 4, AnAnswer).OnRejection(In(ConversationStates.Bot, waiting), via: null);

        Assert.That(decided[1].Text, Does.Contain(words));
    }

    private static PressDecision On(EventData about) => new(Bot(), 4, about);

    private static Decision Bot(string language = "en") =>
        new(BotWords.In(language), _ => MatchNote.Nothing, id => id == Hours.Id ? Hours : null, SomeoneHere: true);

    private static Moment In(string state, int waiting = 0) => new(new Conversation { State = state, Last = 7 }, waiting, []);
}
