using Dialog.AspNetCore.Training;
using Dialog.Storage.Conversations;
using Dialog.Storage.Knowledge;

namespace Dialog.AspNetCore.Conversations;

/// <summary>
/// What follows from a visitor's message: an answer, a question which of two was meant, a handoff, a wait for its
/// continuation, or silence because a person has the conversation. Pure: it sees the conversation inside the
/// transaction that appends what it decides. What follows from presses on the bot's messages is beside it, in
/// <see cref="PressDecision"/>.
/// </summary>
/// <param name="Words">What the bot says of its own accord.</param>
/// <param name="Read">What the bot makes of a text.</param>
/// <param name="Find">An intent by its id; null when there is none any more.</param>
/// <param name="SomeoneHere">Whether an agent is at the desk.</param>
internal sealed partial record Decision(BotWords Words, Func<string, MatchNote> Read, Func<string, Intent?> Find, bool SomeoneHere)
{
    /// <summary>A message and what follows from it at once.</summary>
    /// <param name="moment">The conversation as it is.</param>
    /// <param name="text">The message's text.</param>
    /// <param name="note">What the bot makes of it.</param>
    /// <param name="asksForPerson">Whether it asks for a person.</param>
    /// <param name="data">What belongs to the message beside its text and <paramref name="note"/>.</param>
    public IReadOnlyList<NewEvent> OnMessage(Moment moment, string text, MatchNote note, bool asksForPerson, EventData data)
    {
        var (question, verdict) = ReadOn(moment, new Reading(text, note), [.. moment.Unanswered, text]);
        var said = new NewEvent(EventKinds.Message, Authors.Visitor) { Text = text, Data = (data with { Match = verdict }).ToJson() };
        if (asksForPerson)
            return [said, .. PassOn(moment, HandoffReason.Asked)];
        return verdict.IsAnswer && moment.Conversation.State != ConversationStates.Agent
            ? [said, Answer(moment.Conversation.Last + 1, question, verdict.IntentId!, verdict.Answer!)]
            : [said];
    }

    /// <summary>A press on the button for a person and what follows from it.</summary>
    public IReadOnlyList<NewEvent> OnPersonButton(Moment moment, string? via = null) =>
    [
        new NewEvent(EventKinds.Message, Authors.Visitor) { Text = Words.IWantAPerson, Data = new EventData { Via = via }.ToJson() },
        .. PassOn(moment, HandoffReason.Asked),
    ];

    /// <summary>What follows when no continuation has come: what was said in quick succession is taken as one.</summary>
    public IReadOnlyList<NewEvent> OnPause(Moment moment)
    {
        if (moment.Unanswered.Count == 0)
            return [];
        var together = Question.Of(moment.Unanswered);
        var (question, verdict) = ReadOn(moment, new Reading(together, Read(together)), moment.Unanswered);
        return verdict.IsAnswer ? [Answer(moment.Conversation.Last, question, verdict.IntentId!, verdict.Answer!)]
            : verdict.IsTorn && OpenQuestion(moment) is null ? [Ask(question, verdict)]
            : PassOn(moment, HandoffReason.Unsure);
    }

    /// <summary>What is said to who waits for a person already, or the handoff that makes the visitor wait.</summary>
    public IReadOnlyList<NewEvent> PassOn(Moment moment, HandoffReason why) => moment.Conversation.State switch
    {
        ConversationStates.Agent => [],
        ConversationStates.Waiting => [Say(Words.Patience)],
        _ =>
        [
            Say(Words.PassedOn(why, SomeoneHere, moment.Waiting + 1)),
            new NewEvent(EventKinds.Handoff, Authors.Bot),
        ],
    };

    /// <summary>An intent's answer to the visitor's message of that sequence number.</summary>
    public static NewEvent Answer(long sequence, string question, string intentId, string answer) => Say(answer) with
    {
        Data = new EventData { Answers = sequence, Intent = intentId, Question = question }.ToJson(),
    };

    private NewEvent Ask(string question, MatchNote note) => Say(Words.WhichDoYouMean) with
    {
        Data = new EventData
        {
            Choices = [new Choice(note.IntentId!, note.Title!), new Choice(note.RunnerUp!.IntentId!, note.RunnerUp.Title)],
            Question = question,
        }.ToJson(),
    };

    // What says nothing by itself may say something with what it continues, or with what the bot asked about.
    private Reading ReadOn(Moment moment, Reading alone, IReadOnlyList<string> said)
    {
        if (alone.Note.IsAnswer)
            return alone;
        string[] wholes = OpenQuestion(moment) is { } asked ? [Question.Of(said), Question.Of([asked, .. said])] : [Question.Of(said)];
        return wholes.Where(whole => whole != alone.Question)
            .Select(whole => new Reading(whole, Read(whole)))
            .FirstOrDefault(reading => reading.Note.IsAnswer) ?? alone;
    }

    // What the visitor had asked when the bot's last word was to ask which was meant.
    private static string? OpenQuestion(Moment moment) =>
        EventData.Of(moment.SaidBefore?.Data) is { Choices: not null, Question: { } question } ? question : null;

    private static NewEvent Say(string text) => new(EventKinds.Message, Authors.Bot) { Text = text };

    private sealed record Reading(string Question, MatchNote Note);
}
