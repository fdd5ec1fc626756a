using Dialog.AspNetCore.Training;
using Dialog.Storage.Conversations;

namespace Dialog.AspNetCore.Conversations;

/// <summary>A visitor's message with what the bot made of it.</summary>
internal sealed record ReadMessage(string Text, MatchNote Note, bool AsksForPerson, bool SomeoneHere);

/// <summary>
/// What follows from a visitor's message: an answer, a handoff, or silence because a person has the conversation.
/// Pure: it sees the conversation's state inside the transaction that appends what it decides.
/// </summary>
internal static class Decision
{
    public static IReadOnlyList<NewEvent> For(Conversation conversation, Queue queue, ReadMessage message, BotWords words)
    {
        var said = new NewEvent(EventKinds.Message, Authors.Visitor) { Text = message.Text, Data = message.Note.ToData() };
        return [said, .. FollowUp(conversation.State, queue, message, words)];
    }

    private static IEnumerable<NewEvent> FollowUp(string state, Queue queue, ReadMessage message, BotWords words) => state switch
    {
        ConversationStates.Agent => [],
        ConversationStates.Waiting when message.AsksForPerson => [Says(words.Patience)],
        ConversationStates.Waiting when message.Note.IsAnswer => [Answers(message.Note)],
        ConversationStates.Waiting => [],
        _ when message.Note.IsAnswer && !message.AsksForPerson => [Answers(message.Note)],
        _ =>
        [
            Says(words.PassedOn(message.AsksForPerson, message.SomeoneHere, queue.Waiting + 1)),
            new NewEvent(EventKinds.Handoff, Authors.Bot),
        ],
    };

    private static NewEvent Answers(MatchNote note) => Says(note.Answer!);

    private static NewEvent Says(string text) => new(EventKinds.Message, Authors.Bot) { Text = text };
}
