using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Languages;
using Dialog.Storage;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>
/// Carries a conversation from the website into a messenger by a link that works once. From then on both show the
/// same conversation, so the way back is to open the website again.
/// </summary>
internal sealed class CarryOver(
    ConversationLinkStore links, ChannelStore channels, ChatStore chats, ConversationLog log, TimeProvider clock) : IStartWord
{
    private const char Mark = 'c';

    private static readonly Phrase Carried = new(
        "This conversation goes on in {0} from here. It stays on the website as well.",
        "این گفت‌وگو از اینجا در {0} ادامه دارد. در سایت هم می‌ماند.");

    private static readonly Phrase Stale = new(
        "This link does not work any more. Open the chat on the website and choose to go on here again.",
        "این پیوند دیگر کار نمی‌کند. گفت‌وگو را در سایت باز کنید و دوباره ادامه در اینجا را بزنید.");

    /// <summary>A link for one visitor's conversation.</summary>
    /// <returns>Null when the bot has no such channel, or it is off.</returns>
    public async Task<Uri?> LinkAsync(string botId, string conversationId, string channelId, CancellationToken cancellation)
    {
        if (await channels.FindAsync(botId, channelId, cancellation) is not { IsOn: true } channel)
            return null;
        var word = Mark + RandomId.Secret();
        await links.AddAsync(botId, conversationId, word, Timestamp.From(clock.GetUtcNow() + Limits.LinkLasts), cancellation);
        return DeepLink.Create(Providers.Of(channel.Provider)!, channel.Username, word);
    }

    public async Task<bool> TakeAsync(IncomingUpdate update, string word, CancellationToken cancellation)
    {
        if (word[0] != Mark)
            return false;
        var carried = await chats.CarryAsync(update.Channel, update.Chat, update.Person, word, cancellation);
        var chat = carried ?? (await chats.MeetAsync(update.Channel, update.Chat, update.Person, cancellation)).Chat;
        var (language, provider) = (update.Bot.Language, update.Channel.Provider);
        var words = carried is null ? Stale.In(language) : Carried.In(language, Providers.Title(provider).In(language));

        // By the update's id: after a crash in between, the word is used up and these words have been said.
        await log.AppendAsync(
            chat.BotId, chat.ConversationId, $"{Authors.Bot}:{update.ClientId}",
            _ => [new NewEvent(EventKinds.Message, Authors.Bot) { Text = words, Data = new EventData { Via = provider }.ToJson() }],
            cancellation);
        return true;
    }
}
