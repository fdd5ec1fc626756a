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
    [TestCase(ConversationStates.Bot, false, false, "message:visitor message:bot handoff:bot")]
    [TestCase(ConversationStates.Bot, true, true, "message:visitor message:bot handoff:bot")]
    [TestCase(ConversationStates.Closed, true, false, "message:visitor message:bot")]
    [TestCase(ConversationStates.Closed, false, false, "message:visitor message:bot handoff:bot")]
    [TestCase(ConversationStates.Waiting, true, false, "message:visitor message:bot")]
    [TestCase(ConversationStates.Waiting, false, false, "message:visitor")]
    [TestCase(ConversationStates.Waiting, false, true, "message:visitor message:bot")]
    [TestCase(ConversationStates.Agent, true, false, "message:visitor")]
    [TestCase(ConversationStates.Agent, false, true, "message:visitor")]
    public void WhatFollowsFromAMessage(string state, bool isSure, bool asksForPerson, string events)
    {
        var decided = Decide(state, isSure ? Sure : Unsure, asksForPerson);

        Assert.That(string.Join(' ', decided.Select(e => $"{e.Kind}:{e.Author}")), Is.EqualTo(events));
    }

    [Test]
    public void ThePlaceInTheQueueIsToldInTheBotsDigits()
    {
        var decided = Decide(ConversationStates.Bot, Unsure, asksForPerson: false, waiting: 11, language: "fa");

        Assert.That(decided[1].Text, Does.Contain("نفر ۱۲"));
    }

    [Test]
    public void WhenNobodyIsAtTheDeskThatIsSaid()
    {
        var decided = Decide(ConversationStates.Bot, Unsure, asksForPerson: false, someoneHere: false);

        Assert.That(decided[1].Text, Does.Contain("nobody is at the desk"));
    }

    [Test]
    public void WhatTheBotMadeOfItIsKeptWithTheMessage()
    {
        var decided = Decide(ConversationStates.Agent, Sure, asksForPerson: false);

        Assert.That(MatchNote.FromData(decided[0].Data), Is.EqualTo(Sure));
    }

    private static IReadOnlyList<NewEvent> Decide(
        string state, MatchNote note, bool asksForPerson, int waiting = 0, string language = "en", bool someoneHere = true) =>
        Decision.For(
            new Conversation { State = state }, new Queue(waiting), new ReadMessage("text", note, asksForPerson, someoneHere), BotWords.In(language));
}
