using Dialog.Storage.Bots;
using Dialog.Storage.Channels;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>
/// Takes the word of a deep link: <c>/start WORD</c>. All that are registered are asked in turn; a word that nobody
/// takes is a plain start. It may be called again for the same update after a crash.
/// </summary>
internal interface IStartWord
{
    /// <summary>Whether the word was this one's; whatever there is to say about it has then been said.</summary>
    Task<bool> TakeAsync(IncomingUpdate update, string word, CancellationToken cancellation);
}

/// <summary>
/// Takes updates that are no part of a visitor's conversation, such as presses of its own buttons or a reply it waits
/// for; asked before the conversation is. It may be called again for the same update after a crash.
/// </summary>
internal interface IUpdateTaker
{
    /// <summary>Whether the update was this one's.</summary>
    Task<bool> TakeAsync(IncomingUpdate update, CancellationToken cancellation);
}

/// <summary>An update of a person's private chat, in the chat's order.</summary>
/// <param name="Channel">The account it came to.</param>
/// <param name="Bot">The account's bot.</param>
/// <param name="Client">What calls the messenger, within its pace and in the chat's order.</param>
/// <param name="Update">What happened.</param>
/// <param name="Chat">The messenger's id of the chat.</param>
/// <param name="Person">Who it was.</param>
internal sealed record IncomingUpdate(Channel Channel, Bot Bot, BotClient Client, Update Update, long Chat, MessengerPerson Person)
{
    /// <summary>The id under which the conversation's log knows what this update brings.</summary>
    public string ClientId => ClientIdOf(Update.UpdateId);

    /// <summary>The same for an earlier update of this channel.</summary>
    public string ClientIdOf(long updateId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"tg-{Channel.Id}-{updateId}");
}
