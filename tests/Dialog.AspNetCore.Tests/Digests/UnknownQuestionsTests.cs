using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Digests;
using Dialog.AspNetCore.Training;
using Dialog.Storage;
using Dialog.Storage.Conversations;
using Dialog.Storage.Digests;

namespace Dialog.AspNetCore.Tests.Digests;

public class UnknownQuestionsTests
{
    private static readonly MatchNote Known = new(MatchNote.Answered, 0.9, 0.5, "i", "title", "answer", null);

    private readonly List<LoggedEvent> _log = [];
    private string _conversation = "a";

    [SetUp]
    public void Begin()
    {
        _log.Clear();
        _conversation = "a";
    }

    [Test]
    public void What_is_handed_off_is_unknown_and_counted_however_it_is_written()
    {
        foreach (var (conversation, text) in new[] { ("a", "Do you ship abroad?"), ("b", "do you ship  abroad"), ("c", "Any gift cards?"), ("d", "DO YOU SHIP ABROAD!") })
        {
            _conversation = conversation;
            Asks(text);
            HandsOff();
        }
        Assert.That(Unknown(), Is.EqualTo(new[] { ("Do you ship abroad?", 3), ("Any gift cards?", 1) }));
    }

    [Test]
    public void A_question_is_shown_as_it_was_first_asked_whatever_its_conversation_is_called()
    {
        foreach (var (conversation, text) in new[] { ("z", "Do you ship abroad?"), ("a", "do you ship abroad") })
        {
            _conversation = conversation;
            Asks(text);
            HandsOff();
        }
        Assert.That(Unknown(), Is.EqualTo(new[] { ("Do you ship abroad?", 2) }));
    }

    [Test]
    public void Messages_in_quick_succession_are_one_question()
    {
        Asks("hello");
        Asks("do you ship abroad?");
        HandsOff();
        Assert.That(Unknown(), Is.EqualTo(new[] { ("hello do you ship abroad?", 1) }));
    }

    [Test]
    public void What_was_answered_meanwhile_is_known()
    {
        Asks("hello");
        Asks("when do you open?", Known);
        Says("At nine.");
        Asks("do you ship abroad?");
        HandsOff();
        Assert.That(Unknown(), Is.EqualTo(new[] { ("do you ship abroad?", 1) }));
    }

    [Test]
    public void Who_asks_for_a_person_has_asked_nothing_unknown()
    {
        Asks("I want to talk to a person");
        HandsOff();
        Assert.That(Unknown(), Is.Empty);
    }

    [Test]
    public void None_of_what_was_offered_leaves_the_question_unknown()
    {
        Asks("about the card");
        var offered = Says("Which of these do you mean?", new EventData { Choices = [new Choice("i", "Gift card")] });
        Press("None of these", offered);
        HandsOff();
        Assert.That(Unknown(), Is.EqualTo(new[] { ("about the card", 1) }));
    }

    [Test]
    public void An_answer_that_is_sent_back_is_another_matter()
    {
        Asks("when do you open?", Known);
        var answer = Says("At nine.", new EventData { Answers = 1 });
        Press("That is not what I asked", answer);
        HandsOff();
        Assert.That(Unknown(), Is.Empty);
    }

    [Test]
    public void What_is_said_to_an_agent_is_no_question_to_the_bot()
    {
        Asks("do you ship abroad?");
        HandsOff();
        Add(EventKinds.Taken, Authors.Agent, null, new EventData());
        Asks("and what does it cost?");
        Add(EventKinds.Returned, Authors.Agent, null, new EventData());
        Asks("any gift cards?");
        HandsOff();
        Assert.That(Unknown(), Is.EqualTo(new[] { ("any gift cards?", 1), ("do you ship abroad?", 1) }));
    }

    [Test]
    public void What_was_handed_off_before_does_not_count()
    {
        Asks("do you ship abroad?");
        HandsOff();
        Asks("any gift cards?");
        Assert.That(UnknownQuestions.Of(_log, new Timestamp(_log.Count)), Is.Empty);
    }

    [Test]
    public void Files_and_marks_alone_are_no_questions()
    {
        Add(EventKinds.Message, Authors.Visitor, "[photo]", new EventData { Match = MatchNote.Nothing, File = new AttachedFile("f", "a.jpg", "image/jpeg", 1, true) });
        HandsOff();
        Asks("?!");
        HandsOff();
        Assert.That(Unknown(), Is.Empty);
    }

    private IEnumerable<(string Text, int Count)> Unknown() =>
        UnknownQuestions.Of(_log.OrderBy(happened => happened.ConversationId, StringComparer.Ordinal), new Timestamp(0)).Select(question => (question.Text, question.Count));

    private void Asks(string text, MatchNote? note = null) => Add(EventKinds.Message, Authors.Visitor, text, new EventData { Match = note ?? MatchNote.Nothing });

    private void Press(string text, long sequence) => Add(EventKinds.Message, Authors.Visitor, text, new EventData { Rejects = sequence });

    private long Says(string text, EventData? data = null) => Add(EventKinds.Message, Authors.Bot, text, data ?? new EventData());

    private void HandsOff()
    {
        Says("I have passed it to a colleague.");
        Add(EventKinds.Handoff, Authors.Bot, null, new EventData());
    }

    private long Add(string kind, string author, string? text, EventData data)
    {
        _log.Add(new LoggedEvent
        {
            ConversationId = _conversation, Sequence = _log.Count + 1, At = new Timestamp(_log.Count), Kind = kind, Author = author, Text = text, Data = data.ToJson(),
        });
        return _log.Count;
    }
}
