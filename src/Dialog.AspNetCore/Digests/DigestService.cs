using Dialog.Storage;
using Dialog.Storage.Digests;
using Dialog.Telegram;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dialog.AspNetCore.Digests;

/// <summary>
/// Sends each receiver one digest a day, at its hour or as soon after it as the messenger can be reached. What was
/// missed is told by the next one. A crash between sending and keeping that it was sent repeats it once.
/// </summary>
internal sealed class DigestService(
    DigestStore digests, QuestionStore questions, DigestPost post, TimeProvider clock, ILogger<DigestService> logger) : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _sending = new(1);

    /// <summary>Carries every digest that is due and not sent; one call after the other, so that none is sent twice.</summary>
    public async Task SendDueAsync(CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            await SendAllAsync(cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }

    public override void Dispose()
    {
        _sending.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (DatabaseUnavailableException error)
            {
                logger.DigestsDelayed(error.Message);
            }

            await Task.Delay(Beat, clock, stoppingToken);
        }
    }

    private async Task SendAllAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await questions.PruneAsync(Timestamp.From(now - Limits.DigestQuestionLasts), cancellation);
        await Parallel.ForEachAsync(
            await digests.OnAsync(cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (digest, stopping) => await SendDueAsync(digest, DigestSchedule.Newest(digest, now), stopping));
    }

    private async Task SendDueAsync(Digest digest, DueDigest due, CancellationToken cancellation)
    {
        var day = DigestReceiver.Day(due.Day);
        foreach (var receiver in await digests.ReceiversAsync(digest.BotId, cancellation))
            if (string.CompareOrdinal(receiver.SentDay, day) < 0)
                await SendAsync(digest, receiver, due, day, cancellation);
    }

    private async Task SendAsync(Digest digest, DigestReceiver receiver, DueDigest due, string day, CancellationToken cancellation)
    {
        try
        {
            if (await post.SendAsync(digest, receiver, due.At, cancellation))
                await digests.SentAsync(receiver, day, Timestamp.From(due.At), cancellation);
        }
        catch (BotApiException failure) when (failure.Problem is BotProblem.Unreachable or BotProblem.Refused or BotProblem.Migrated)
        {
            await digests.SentAsync(receiver, day, until: null, cancellation);
        }
        catch (BotApiException)
        {
            // The messenger is away or busy: the next beat tries again.
        }
    }
}
