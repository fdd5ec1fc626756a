using Dialog.AspNetCore.Channels;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Dialog.Storage.Digests;

namespace Dialog.AspNetCore.Digests;

/// <summary>Makes the private chat of an owner a receiver of the digest: the word of the console's link, <c>/start d…</c>.</summary>
internal sealed class DigestSubscription(DigestStore digests, MemberStore members, TimeProvider clock) : IStartWord
{
    private const char Mark = 'd';

    private static readonly int Length = NewWord().Length;

    /// <summary>A word for a link.</summary>
    public static string NewWord() => Mark + RandomId.Secret();

    public async Task<bool> TakeAsync(IncomingUpdate update, string word, CancellationToken cancellation)
    {
        if (word[0] != Mark || word.Length != Length)
            return false;
        var digest = await digests.FindAsync(update.Bot.Id, cancellation) ?? DigestDefaults.Of(update.Bot);
        var subscribed = await digests.SubscribeAsync(
            word,
            new DigestReceiver
            {
                BotId = update.Bot.Id,
                ChannelId = update.Channel.Id,
                Chat = update.Chat,
                Name = update.Person.Name,
                SentDay = DigestReceiver.Day(DigestSchedule.Newest(digest, clock.GetUtcNow()).Day),
            },
            cancellation);
        var (words, language) = subscribed && await LanguageAsync(update, cancellation) is { } known
            ? (digest.IsOn ? DigestWords.Subscribed : DigestWords.SubscribedOff, known)
            : (DigestWords.LinkIsUsed, update.Bot.Language);
        await update.SayAsync(words.In(language, update.Bot.Name, digest.Hour), keyboard: null, cancellation);
        return true;
    }

    private async Task<string?> LanguageAsync(IncomingUpdate update, CancellationToken cancellation) =>
        await digests.FindReceiverAsync(update.Channel.Id, update.Chat, cancellation) is { } receiver
            ? (await members.FindAsync(update.Bot.Id, receiver.UserId, cancellation))?.Language
            : null;
}
