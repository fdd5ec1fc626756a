using Dialog.Storage.Conversations;

namespace Dialog.AspNetCore.Conversations;

/// <summary>What follows from what only messengers know: starting, things that cannot be carried, changed messages.</summary>
internal sealed partial record Decision
{
    /// <summary>Greets who opens the conversation, unless something else is due to be said.</summary>
    public IReadOnlyList<NewEvent> OnStart(Moment moment, string greeting, string? via) => moment.Conversation.State switch
    {
        ConversationStates.Agent => [],
        ConversationStates.Waiting => [SayBy(Words.Patience, via)],
        _ => moment.Unanswered.Count > 0 || string.IsNullOrWhiteSpace(greeting) ? [] : [SayBy(greeting, via)],
    };

    /// <summary>Notes what could not be carried, and says so when nobody else will.</summary>
    public IReadOnlyList<NewEvent> OnShow(Moment moment, VisitorAct.Shows what, string? via)
    {
        var shown = new NewEvent(EventKinds.Message, Authors.Visitor) { Text = what.Note, Data = new EventData { Via = via }.ToJson() };
        var isBotsTurn = moment.Conversation.State is ConversationStates.Bot or ConversationStates.Closed && moment.Unanswered.Count == 0;
        return isBotsTurn ? [shown, SayBy(what.IsTooLarge ? Words.CannotCarry : Words.CannotRead, via)] : [shown];
    }

    /// <summary>A changed message: answered when it now says something else that the bot knows.</summary>
    public IReadOnlyList<NewEvent> OnEdit(Moment moment, long first, ConversationEvent now, string text, string? via)
    {
        if (text == now.Text)
            return [];
        var note = Read(text);
        var edited = new NewEvent(EventKinds.Edited, Authors.Visitor)
        {
            Text = text,
            Data = new EventData { Match = note, Via = via, Edits = first }.ToJson(),
        };
        var before = EventData.Of(now.Data).Match;
        var isNews = note.IsAnswer && !(before is { IsAnswer: true } && before.IntentId == note.IntentId);
        return isNews && moment.Conversation.State is ConversationStates.Bot or ConversationStates.Waiting
            ? [edited, Answer(moment.Conversation.Last + 1, text, note.IntentId!, note.Answer!)]
            : [edited];
    }

    private static NewEvent SayBy(string text, string? via) => Say(text) with { Data = new EventData { Via = via }.ToJson() };
}
