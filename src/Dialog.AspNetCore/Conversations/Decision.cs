using Dialog.AspNetCore.Training;
using Dialog.Storage.Conversations;

namespace Dialog.AspNetCore.Conversations;

/// <summary>
/// What follows from a visitor's message: an answer, a handoff, a wait for its continuation, or silence because a
/// person has the conversation. Pure: it sees the conversation inside the transaction that appends what it decides.
/// </summary>
/// <param name="Words">What the bot says of its own accord.</param>
/// <param name="Read">What the bot makes of a text.</param>
/// <param name="SomeoneHere">Whether an agent is at the desk.</param>
internal sealed record Decision(BotWords Words, Func<string, MatchNote> Read, bool SomeoneHere)
{
    /// <summary>A message and what follows from it at once.</summary>
    /// <param name="moment">The conversation as it is.</param>
    /// <param name="text">The message's text.</param>
    /// <param name="note">What the bot makes of it.</param>
    /// <param name="asksForPerson">Whether it asks for a person.</param>
    /// <param name="data">What belongs to the message beside its text and <paramref name="note"/>.</param>
    public IReadOnlyList<NewEvent> OnMessage(Moment moment, string text, MatchNote note, bool asksForPerson, EventData data)
    {
        var verdict = Join(moment, text, note);
        var said = new NewEvent(EventKinds.Message, Authors.Visitor) { Text = text, Data = (data with { Match = verdict }).ToJson() };
        return [said, .. FollowUp(moment, verdict, asksForPerson)];
    }

    /// <summary>What follows when no continuation has come: what was said in quick succession is taken as one.</summary>
    public IReadOnlyList<NewEvent> OnPause(Moment moment)
    {
        if (moment.Unanswered.Count == 0)
            return [];
        var verdict = Read(string.Join(' ', moment.Unanswered));
        return verdict.IsAnswer ? [Answer(verdict)] : PassOn(moment, asked: false);
    }

    // A message that says nothing by itself may say something with those it continues.
    private MatchNote Join(Moment moment, string text, MatchNote note)
    {
        if (note.IsAnswer || moment.Unanswered.Count == 0)
            return note;
        var joined = Read(string.Join(' ', [.. moment.Unanswered, text]));
        return joined.IsAnswer ? joined : note;
    }

    private IReadOnlyList<NewEvent> FollowUp(Moment moment, MatchNote note, bool asksForPerson) => moment.Conversation.State switch
    {
        ConversationStates.Agent => [],
        ConversationStates.Waiting when asksForPerson => [Say(Words.Patience)],
        ConversationStates.Waiting => note.IsAnswer ? [Answer(note)] : [],
        _ when asksForPerson => PassOn(moment, asked: true),
        _ => note.IsAnswer ? [Answer(note)] : [],
    };

    private NewEvent[] PassOn(Moment moment, bool asked) =>
    [
        Say(Words.PassedOn(asked, SomeoneHere, moment.Waiting + 1)),
        new NewEvent(EventKinds.Handoff, Authors.Bot),
    ];

    private static NewEvent Answer(MatchNote note) => Say(note.Answer!);

    private static NewEvent Say(string text) => new(EventKinds.Message, Authors.Bot) { Text = text };
}
