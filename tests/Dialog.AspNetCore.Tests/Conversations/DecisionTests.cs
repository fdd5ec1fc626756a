using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Conversations;

namespace Dialog.AspNetCore.Tests.Conversations;

[TestFixture]
public sealed class DecisionTests
{
    private static readonly MatchNote Sure = new(MatchNote.Answered, 0.9, 0.6, "i", "Hours", "We open at nine.", null);
    private static readonly MatchNote Unsure = Sure with { Outcome = MatchNote.HandedOff, Confidence = 0.3 };
    private static readonly MatchNote Torn = Sure with
    {
        Outcome = MatchNote.Torn, Confidence = 0.5, RunnerUp = new RunnerUp("Holidays", 0.3, "j"),
    };

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
    public void WhatMayMeanEitherOfTwoWaitsForItsContinuationFirst()
    {
        var decided = Bot().OnMessage(In(ConversationStates.Bot), "when", Torn, asksForPerson: false, new EventData());

        Assert.That(decided, Has.Count.EqualTo(1));
    }

    [Test]
    public void WhatMayStillMeanEitherOfTwoIsAskedBackWithBoth()
    {
        var decided = Bot(_ => Torn).OnPause(In(ConversationStates.Bot, unanswered: ["when", "are you there"]));

        var data = EventData.Of(decided.Single().Data);
        Assert.Multiple(() =>
        {
            Assert.That(decided.Single().Text, Is.EqualTo("Which of these do you mean?"));
            Assert.That(data.Choices, Is.EqualTo(new[] { new Choice("i", "Hours"), new Choice("j", "Holidays") }));
            Assert.That(data.Question, Is.EqualTo("when are you there"));
            Assert.That(data.CanReject, Is.False, "a question is no answer");
        });
    }

    [Test]
    public void ItIsAskedInTheBotsLanguage()
    {
        var decided = Bot(_ => Torn, language: "fa").OnPause(In(ConversationStates.Bot, unanswered: ["کی"]));

        Assert.That(decided.Single().Text, Is.EqualTo("منظورتان کدام‌یک از این‌هاست؟"));
    }

    [Test]
    public void NobodyIsAskedTwiceInARow()
    {
        var asked = Bot(_ => Torn).OnPause(In(ConversationStates.Bot, unanswered: ["when"])).Single();

        var decided = Bot(_ => Torn).OnPause(In(ConversationStates.Bot, unanswered: ["you know when"]) with { SaidBefore = AsLogged(asked) });

        Assert.That(decided.Select(e => e.Kind), Is.EqualTo(new[] { EventKinds.Message, EventKinds.Handoff }));
    }

    [Test]
    public void AfterAnAnswerItMayBeAskedAgain()
    {
        var answered = Bot().OnMessage(In(ConversationStates.Bot), "when do you open", Sure, asksForPerson: false, new EventData())[1];

        var decided = Bot(_ => Torn).OnPause(In(ConversationStates.Bot, unanswered: ["when"]) with { SaidBefore = AsLogged(answered) });

        Assert.That(EventData.Of(decided.Single().Data).Choices, Has.Count.EqualTo(2));
    }

    [Test]
    public void WhatIsWrittenUnderAQuestionIsReadTogetherWithWhatItAskedAbout()
    {
        var asked = Bot(_ => Torn).OnPause(In(ConversationStates.Bot, unanswered: ["when"])).Single();
        var bot = Bot(text => text == "when do you open" ? Sure : Unsure);

        var decided = bot.OnMessage(In(ConversationStates.Bot) with { SaidBefore = AsLogged(asked) }, "do you open", Unsure, asksForPerson: false, new EventData());

        Assert.Multiple(() =>
        {
            Assert.That(decided[1].Text, Is.EqualTo("We open at nine."));
            Assert.That(EventData.Of(decided[1].Data).Question, Is.EqualTo("when do you open"));
        });
    }

    [TestCase(ConversationStates.Waiting)]
    [TestCase(ConversationStates.Agent)]
    public void WithAPersonAtItOrOnTheWayTheBotAsksNothing(string state) =>
        Assert.That(Bot(_ => Torn).OnMessage(In(state), "when", Torn, asksForPerson: false, new EventData()), Has.Count.EqualTo(1));

    [Test]
    public void AnAnswerSaysWhichMessageItAnswersAndByWhichIntent()
    {
        var decided = Bot().OnMessage(In(ConversationStates.Bot, last: 6), "when do you open", Sure, asksForPerson: false, new EventData());

        var data = EventData.Of(decided[1].Data);
        Assert.Multiple(() =>
        {
            Assert.That((data.Answers, data.Intent, data.Question), Is.EqualTo((7L, "i", "when do you open")));
            Assert.That(data.CanReject, Is.True);
        });
    }

    [Test]
    public void AQuestionIsCutWhereNobodyReadsOn()
    {
        var decided = Bot(_ => Torn).OnPause(In(ConversationStates.Bot, unanswered: [new string('x', Limits.MessageLength - 2), "😀"]));

        Assert.That(EventData.Of(decided.Single().Data).Question, Has.Length.EqualTo(Limits.MessageLength - 1), "the face does not fit whole");
    }

    [Test]
    public void ThePersonButtonAsksForOneInTheVisitorsName()
    {
        var decided = Bot().OnPersonButton(In(ConversationStates.Bot), "telegram");

        Assert.Multiple(() =>
        {
            Assert.That(decided.Select(e => e.Kind), Is.EqualTo(new[] { EventKinds.Message, EventKinds.Message, EventKinds.Handoff }));
            Assert.That(EventData.Of(decided[0].Data), Is.EqualTo(new EventData { Via = "telegram" }));
        });
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
        new(BotWords.In(language), read ?? (_ => Unsure), _ => null, SomeoneHere: true);

    private static Moment In(string state, int waiting = 0, string[]? unanswered = null, long last = 0) =>
        new(new Conversation { State = state, Last = last }, waiting, unanswered ?? []);

    private static ConversationEvent AsLogged(NewEvent said) =>
        new() { Kind = said.Kind, Author = said.Author, Text = said.Text, Data = said.Data };
}
