using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Languages;
using Dialog.Storage.Conversations;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>What an event is on a messenger: pieces the messenger takes, with buttons at the last.</summary>
/// <param name="Pieces">What is sent, one message each.</param>
/// <param name="Keyboard">The buttons.</param>
/// <param name="Language">The bot's language.</param>
internal sealed record Parcel(IReadOnlyList<Piece> Pieces, InlineKeyboard? Keyboard, string Language)
{
    private static readonly Phrase Joined = new("{0} is with you now.", "{0} حالا با شماست.");

    /// <summary>
    /// The parcel of an event: messages of the bot and of agents, and a line when an agent joins. Null when the event
    /// is not for people.
    /// </summary>
    public static Parcel? Of(Conversation conversation, ConversationEvent happened, Provider provider)
    {
        var data = EventData.Of(happened.Data);
        var pieces = happened.Kind switch
        {
            EventKinds.Message when happened.Author != Authors.Visitor => PiecesOf(happened.Text ?? "", data, provider),
            EventKinds.Taken => PiecesOf(Joined.In(conversation.BotLanguage, happened.AuthorName ?? ""), data, provider),
            _ => [],
        };
        return pieces.Count == 0 ? null
            : new Parcel(pieces, Buttons.Of(conversation.Id, happened, data, conversation.BotLanguage), conversation.BotLanguage);
    }

    // A file's text is its caption, or its name where there is none.
    private static IReadOnlyList<Piece> PiecesOf(string text, EventData data, Provider provider)
    {
        var words = MessageText.Plain(data.File?.Name == text ? "" : text);
        if (data.File is not { } file)
            return [.. words.For(provider).Select(piece => new Piece.Words(piece))];
        return words.IsEmpty ? [new Piece.File(file, null)]
            : words.Length <= provider.CaptionLength ? [new Piece.File(file, words)]
            : [new Piece.File(file, null), .. words.For(provider).Select(piece => new Piece.Words(piece))];
    }
}
