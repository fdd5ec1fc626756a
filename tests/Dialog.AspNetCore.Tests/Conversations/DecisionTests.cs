using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Conversations;

namespace Dialog.AspNetCore.Tests.Conversations;

[TestFixture]
public sealed class DecisionTests
{
    private static readonly MatchNote Sure = new(MatchNote.Answered, 0.9, 0.6, "i", "Hours", "We open at nine.", null);
    private static readonly MatchNote Unsure = Sure with { Outcome = MatchNote.HandedOff, Confidence = 0.3 };

    [TestCase(ConversationStates.Bot, true, false, "message:visitor message:bot")]
    [TestCase(ConversationStates.Bot, false, false, "message:visitor")]
    [TestCase(ConversationStates.Bot, true, true, "message:visitor message:bot handoff:bot")]
    [TestCase(ConversationStates.Closed, true, false, "message:visitor message:bot")]
    [TestCase(ConversationStates.Closed, false, false, "message:visitor")]
    [TestCase(ConversationStates.Waiting, true, false, "message:visitor message:bot")]
    [TestCase(ConversationStates.Waiting, false, false, "message:visitor")]
    [TestCase(ConversationStates.Waiting, false, true, "message:visitor message:bot")]
    [TestCase(ConversationStates.Agent, true, false, "message:visitor")]
    [TestCase(ConversationStates.Agent, false, true, "message:visitor")]
    public void WhatFollowsFromAMessageAtOnce(string state, bool isSure, bool asksForPerson, string events)
    {
        var decided = Bot().OnMessage(In(state), "text", isSure ? Sure : Unsure, asksForPerson, new EventData());

        Assert.That(string.Join(' ', decided.Select(e => $"{e.Kind}:{e.Author}")), Is.EqualTo(events));
    }

    [Test]
    public void AContinuationIsReadTogetherWithWhatItContinues()
    {
        var bot = Bot(text => text == "when do you open" ? Sure : Unsure);

        var decided = bot.OnMessage(In(ConversationStates.Bot, unanswered: ["when do"]), "you open", Unsure, asksForPerson: false, new EventData());

        Assert.That(decided[1].Text, Is.EqualTo("We open at nine."));
    }

    [Test]
    public void WhatIsStillUnclearAfterThePauseIsHandedOffOnce()
    {
        var decided = Bot().OnPause(In(ConversationStates.Bot, unanswered: ["hm", "what about", "the thing"]));

        Assert.That(decided.Select(e => e.Kind), Is.EqualTo(new[] { EventKinds.Message, EventKinds.Handoff }));
    }

    [Test]
    public void NothingFollowsFromAPauseWhenSomebodyHasAnswered() =>
        Assert.That(Bot().OnPause(In(ConversationStates.Bot)), Is.Empty);

    [Test]
    public void ThePlaceInTheQueueIsToldInTheBotsDigits()
    {
        var decided = Bot(language: "fa").OnPause(In(ConversationStates.Bot, waiting: 11, unanswered: ["چی"]));

        Assert.That(decided[0].Text, Does.Contain("نفر ۱۲"));
    }

    [Test]
    public void WhenNobodyIsAtTheDeskThatIsSaid()
    {
        var decided = (Bot() with { SomeoneHere = false }).OnPause(In(ConversationStates.Bot, unanswered: ["what"]));

        Assert.That(decided[0].Text, Does.Contain("nobody is at the desk"));
    }

    [Test]
    public void WhatTheBotMadeOfItIsKeptWithTheMessage()
    {
        var decided = Bot().OnMessage(In(ConversationStates.Agent), "text", Sure, asksForPerson: false, new EventData());

        Assert.That(EventData.Of(decided[0].Data).Match, Is.EqualTo(Sure));
    }

    private static Decision Bot(Func<string, MatchNote>? read = null, string language = "en") =>
        new(BotWords.In(language), read ?? (_ => Unsure), SomeoneHere: true);

    private static Moment In(string state, int waiting = 0, string[]? unanswered = null) =>
        new(new Conversation { State = state }, waiting, unanswered ?? []);
}
