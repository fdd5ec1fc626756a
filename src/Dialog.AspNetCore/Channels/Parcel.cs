using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Languages;
using Dialog.Storage.Conversations;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>What an event is on a messenger: pieces the messenger takes, with buttons at the last.</summary>
/// <param name="Pieces">What is sent, one message each.</param>
/// <param name="Keyboard">The buttons.</param>
/// <param name="Language">The bot's language.</param>
internal sealed record Parcel(IReadOnlyList<MessageText> Pieces, InlineKeyboard? Keyboard, string Language)
{
    private static readonly Phrase Joined = new("{0} is with you now.", "{0} حالا با شماست.");

    /// <summary>
    /// The parcel of an event: messages of the bot and of agents, and a line when an agent joins. Null when the event
    /// is not for people.
    /// </summary>
    public static Parcel? Of(Conversation conversation, ConversationEvent happened, Provider provider)
    {
        var text = happened.Kind switch
        {
            EventKinds.Message when happened.Author != Authors.Visitor => happened.Text,
            EventKinds.Taken => Joined.In(conversation.BotLanguage, happened.AuthorName ?? ""),
            _ => null,
        };
        var pieces = MessageText.Plain(text ?? "").For(provider);
        return pieces.Count == 0 ? null
            : new Parcel(pieces, Buttons.Of(conversation.Id, happened, EventData.Of(happened.Data), conversation.BotLanguage), conversation.BotLanguage);
    }
}
