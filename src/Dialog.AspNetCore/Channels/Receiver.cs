using Dialog.Storage;
using Dialog.Storage.Channels;
using Dialog.Telegram;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>Has a channel's updates come: by asking the messenger, or by having it call.</summary>
/// <param name="running">The channel.</param>
/// <param name="parts">What it works with.</param>
internal sealed class Receiver(RunningChannel running, ChannelParts parts)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FailedLately = TimeSpan.FromMinutes(10);

    /// <summary>Runs until it is cancelled, or until the messenger refuses the token.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            if (running.Channel.Receiving == Receiving.Webhook)
                await WatchHookAsync(cancellation);
            else
                await PollAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The channel is closed, or receives another way from now on.
        }
#pragma warning disable CA1031 // Whatever it was, it is this channel's trouble only; it is logged and shown.
        catch (Exception error)
#pragma warning restore CA1031
        {
            parts.Logger.ReceivingFailed(running.Channel.Id, error);
            running.Change(ChannelState.Stopped(MessengerProblems.CannotSave));
        }
    }

    private async Task PollAsync(CancellationToken cancellation)
    {
        if (!await InsistAsync(() => running.Client.DeleteWebhookAsync(cancellation: cancellation), cancellation))
            return;
        running.Change(ChannelState.Receiving);
        var loop = new UpdateLoop(running.Client, running.Inbox.StoreAsync, state => Report(state, cancellation))
        {
            Wait = parts.Options.Value.Messengers.PollWait,
        };
        await loop.RunAsync(cancellation);
    }

    private void Report(PollState state, CancellationToken cancellation)
    {
        if (!cancellation.IsCancellationRequested)
            running.Change(ChannelState.Of(state));
    }

    private async Task WatchHookAsync(CancellationToken cancellation)
    {
        while (await InsistAsync(() => LookAsync(cancellation), cancellation))
            await Task.Delay(BetweenLooks, parts.Clock, cancellation);
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var info = await running.Client.GetWebhookInfoAsync(cancellation);
        if (!IsOurs(info.Url))
            await SetHookAsync(cancellation);
        var fails = info is { PendingUpdateCount: > 0, LastErrorDate: { } failed } && parts.Clock.GetUtcNow() - failed < FailedLately;
        running.Change(fails && IsOurs(info.Url)
            ? new ChannelState("troubled", MessengerProblems.HookFails, parts.Clock.GetUtcNow() + BetweenLooks)
            : ChannelState.Receiving);
    }

    // The key itself is not kept, so it is recognised by its hash.
    private bool IsOurs(string url) =>
        url.StartsWith(running.Channel.PublicAddress + HookEndpoint.Path, StringComparison.Ordinal)
        && RandomId.Hash(url[(url.LastIndexOf('/') + 1)..]) == running.Channel.HookKey;

    private async Task SetHookAsync(CancellationToken cancellation)
    {
        var (key, secret) = (RandomId.Secret(), WebhookSecret.Create());
        var channel = running.Channel with { HookKey = RandomId.Hash(key), HookSecret = RandomId.Hash(secret) };
        await parts.Channels.SaveHookAsync(channel.BotId, channel.Id, channel.HookKey, channel.HookSecret, cancellation);
        running.Channel = channel;
        await running.Client.SetWebhookAsync(new Uri(running.Channel.PublicAddress + HookEndpoint.Path + key), secret, cancellation: cancellation);
    }

    /// <summary>Does it until it works, and says meanwhile what is wrong.</summary>
    /// <returns>False when the token is refused: then it never will.</returns>
    private async Task<bool> InsistAsync(Func<Task> act, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            BotProblem problem;
            try
            {
                await act();
                return true;
            }
            catch (BotApiException failure)
            {
                problem = failure.Problem;
            }
            catch (DatabaseUnavailableException error)
            {
                problem = new BotProblem.NotTaken(error);
            }

            if (problem is BotProblem.Unauthorized)
            {
                running.Change(ChannelState.Stopped(MessengerProblems.TokenRefused));
                return false;
            }

            var rest = Courier.BackOff(tries);
            running.Change(ChannelState.Troubled(problem, parts.Clock.GetUtcNow() + rest));
            await Task.Delay(rest, parts.Clock, cancellation);
        }
    }
}
