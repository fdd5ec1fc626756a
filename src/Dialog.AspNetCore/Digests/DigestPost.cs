using Dialog.AspNetCore.Channels;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Dialog.Storage.Digests;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Digests;

/// <summary>Writes digests and carries them to their receivers.</summary>
internal sealed class DigestPost(
    DigestReading reading, DigestStore digests, BotStore bots, MemberStore members, ChannelService channels)
{
    /// <summary>
    /// Carries the digest from where the receiver's last one ended to a moment. Who is an owner no more gets none and
    /// is no receiver any longer.
    /// </summary>
    /// <returns>Whether it is there; false when it was not to be sent.</returns>
    /// <exception cref="BotApiException">The messenger did not take it.</exception>
    public async Task<bool> SendAsync(Digest digest, DigestReceiver receiver, DateTimeOffset until, CancellationToken cancellation)
    {
        if (await OwnerAsync(receiver, cancellation) is not { } owner
            || channels.ClientOf(receiver.ChannelId) is not { } client
            || await bots.FindAsync(receiver.BotId, cancellation) is not { } bot)
            return false;
        var earliest = until - Limits.LongestDigest;
        var from = receiver.CoveredUntil.Value > earliest ? receiver.CoveredUntil.Value : earliest;
        var figures = await reading.ReadAsync(bot.Id, Timestamp.From(from), Timestamp.From(until), cancellation);
        var text = DigestText.Of(bot.Name, owner.Language, PeriodOf(digest, from, until), figures);
        await client.SendMessageAsync(receiver.Chat, MessageText.Plain(text), DigestButtons.Of(figures, owner.Language), cancellation);
        return true;
    }

    /// <summary>The owner behind a receiver; null, and the receiver gone, when the person is none any more.</summary>
    public async Task<Member?> OwnerAsync(DigestReceiver receiver, CancellationToken cancellation)
    {
        if (await members.FindAsync(receiver.BotId, receiver.UserId, cancellation) is { Role: Roles.Owner } owner)
            return owner;
        await digests.RemoveReceiverAsync(receiver.BotId, receiver.Id, cancellation);
        return null;
    }

    // A day that has hardly begun when the last digest came is not worth a second date in the title.
    private static DigestPeriod PeriodOf(Digest digest, DateTimeOffset from, DateTimeOffset until)
    {
        var last = DigestSchedule.DayOf(digest, until);
        var first = until - from <= TimeSpan.FromHours(26) ? last : DigestSchedule.DayOf(digest, from);
        return new DigestPeriod(first, last);
    }
}
