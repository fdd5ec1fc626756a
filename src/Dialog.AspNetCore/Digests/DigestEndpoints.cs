using Dialog.AspNetCore.Channels;
using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Dialog.Storage.Channels;
using Dialog.Storage.Digests;
using Dialog.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dialog.AspNetCore.Digests;

internal static class DigestEndpoints
{
    public static void MapDigest(this RouteGroupBuilder bot)
    {
        bot.MapGet("/digest", GetAsync).WithSummary("The daily report, who gets it, and links that subscribe the signed-in owner");
        bot.MapPut("/digest", SetAsync).WithSummary("Turn the daily report on or off and set its hour");
        bot.MapDelete("/digest/receivers/{receiver}", RemoveAsync).WithSummary("Let a receiver get it no longer");
        bot.MapPost("/digest/preview", PreviewAsync).WithSummary("Send what there is to report so far to the receivers now");
    }

    private static async Task<Ok<DigestView>> GetAsync(
        Teammate me, BotStore bots, DigestStore digests, ChannelStore channels, TimeProvider clock, CancellationToken cancellation)
    {
        var digest = await FindAsync(me, bots, digests, cancellation);
        var receivers = await digests.ReceiversAsync(me.BotId, cancellation);
        var links = new List<DigestLink>();
        foreach (var channel in await channels.OfBotAsync(me.BotId, cancellation))
        {
            var word = DigestSubscription.NewWord();
            await digests.IssueAsync(word, me.BotId, me.Member.UserId, Timestamp.From(clock.GetUtcNow() + Limits.DigestLink), cancellation);
            links.Add(new DigestLink(channel.Provider, channel.Id, DeepLink.Create(Providers.Of(channel.Provider)!, channel.Username, word)));
        }

        return TypedResults.Ok(new DigestView(
            digest.IsOn, digest.Hour, digest.TimeZone,
            [.. receivers.Select(receiver => new DigestReceiverView(receiver.Id, receiver.Name, receiver.Provider, receiver.Since.Value))],
            links));
    }

    private static async Task<Results<Ok<DigestView>, Refusal>> SetAsync(
        DigestChange change, Teammate me, BotStore bots, DigestStore digests, ChannelStore channels, TimeProvider clock, CancellationToken cancellation)
    {
        if (change.Hour is not (>= 0 and <= 23))
            return DigestProblems.HourOutOfRange.Refuse();
        if (!DigestSchedule.IsTimeZone(change.TimeZone))
            return DigestProblems.UnknownTimeZone.Refuse();

        var before = await FindAsync(me, bots, digests, cancellation);
        var digest = new Digest { BotId = me.BotId, IsOn = change.IsOn ?? before.IsOn, Hour = change.Hour.Value, TimeZone = change.TimeZone! };
        var newest = DigestSchedule.Newest(digest, clock.GetUtcNow());
        await digests.SaveAsync(digest, DigestReceiver.Day(newest.Day), begins: digest.IsOn && !before.IsOn, cancellation);
        return await GetAsync(me, bots, digests, channels, clock, cancellation);
    }

    private static async Task<Results<NoContent, Refusal>> RemoveAsync(
        string receiver, Teammate me, DigestStore digests, CancellationToken cancellation) =>
        await digests.RemoveReceiverAsync(me.BotId, receiver, cancellation) ? TypedResults.NoContent() : CommonProblems.NotFound.Refuse();

    private static async Task<Results<Ok<DigestPreview>, Refusal>> PreviewAsync(
        Teammate me, BotStore bots, DigestStore digests, DigestPost post, TimeProvider clock, CancellationToken cancellation)
    {
        var digest = await FindAsync(me, bots, digests, cancellation);
        var (sent, problem) = (0, DigestProblems.Nobody);
        foreach (var receiver in await digests.ReceiversAsync(me.BotId, cancellation))
        {
            try
            {
                if (await post.SendAsync(digest, receiver, clock.GetUtcNow(), cancellation))
                    sent++;
            }
            catch (BotApiException failure)
            {
                problem = MessengerProblems.Of(failure.Problem);
            }
        }

        return sent > 0 ? TypedResults.Ok(new DigestPreview(sent)) : problem.Refuse();
    }

    private static async Task<Digest> FindAsync(Teammate me, BotStore bots, DigestStore digests, CancellationToken cancellation) =>
        await digests.FindAsync(me.BotId, cancellation) ?? DigestDefaults.Of((await bots.FindAsync(me.BotId, cancellation))!);
}

/// <summary>A bot's daily report.</summary>
/// <param name="IsOn">Whether it is sent; off unless an owner turns it on.</param>
/// <param name="Hour">The hour it is sent at, 0 to 23, in <paramref name="TimeZone"/>.</param>
/// <param name="TimeZone">An IANA time zone.</param>
/// <param name="Receivers">The private chats that get it.</param>
/// <param name="Links">For each connected messenger a link that makes the signed-in owner's chat a receiver; it works once, for a day.</param>
public sealed record DigestView(
    bool IsOn, int Hour, string TimeZone, IReadOnlyList<DigestReceiverView> Receivers, IReadOnlyList<DigestLink> Links);

/// <summary>A private chat that gets the daily report.</summary>
/// <param name="Id">Its id here.</param>
/// <param name="Name">What the messenger calls the person.</param>
/// <param name="Provider">The messenger.</param>
/// <param name="Since">Since when.</param>
public sealed record DigestReceiverView(string Id, string Name, string Provider, DateTimeOffset Since);

/// <summary>A link that subscribes to the daily report.</summary>
/// <param name="Provider">The messenger.</param>
/// <param name="Channel">The account's id here.</param>
/// <param name="Url">The link.</param>
public sealed record DigestLink(string Provider, string Channel, Uri Url);

/// <summary>What to change of the daily report; without <paramref name="IsOn"/> it stays on or off.</summary>
public sealed record DigestChange(bool? IsOn, int? Hour, string? TimeZone);

/// <summary>How many chats got a preview.</summary>
public sealed record DigestPreview(int Sent);
