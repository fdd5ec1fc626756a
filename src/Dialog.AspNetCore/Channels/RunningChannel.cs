using Dialog.Storage;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;
using Dialog.Telegram;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>A connected account at work: what comes in, what goes out, and how that goes.</summary>
internal sealed class RunningChannel : IAsyncDisposable
{
    /// <summary>How long what is under way may take when the channel is closed.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(1);

    private readonly ChannelParts _parts;
    private readonly Introduction _introduction;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public RunningChannel(Channel channel, BotClient client, ChannelParts parts, Introduction introduction, ConversationStore conversations)
    {
        (Channel, Client, _parts, _introduction) = (channel, client, parts, introduction);
        Inbox = new Inbox(channel, client, parts);
        Courier = new Courier(channel, client, parts, conversations);
    }

    /// <summary>The account as it is kept; changes when a webhook gets new secrets.</summary>
    public Channel Channel { get; set; }

    public BotClient Client { get; }

    public Inbox Inbox { get; }

    public Courier Courier { get; }

    /// <summary>Begins without waiting for the network.</summary>
    public void Start()
    {
        Change(ChannelState.Receiving);
        _running = Task.WhenAll(
            Task.Run(() => ResumeAsync(_stop.Token)),
            Task.Run(() => new Receiver(this, _parts).RunAsync(_stop.Token)),
            Task.Run(() => IntroduceAsync(_stop.Token)));
    }

    /// <summary>
    /// Has the messenger keep what comes from now on instead of delivering it; if it does not listen, its deliveries find
    /// nobody and come again for a day.
    /// </summary>
    public async Task LeaveAsync()
    {
        await _stop.CancelAsync();
        await _running;
        if (Channel.Receiving != Receiving.Webhook)
            return;
        using var limit = new CancellationTokenSource(Moment, _parts.Clock);
        try
        {
            await Client.DeleteWebhookAsync(cancellation: limit.Token);
        }
        catch (Exception error) when (error is BotApiException or OperationCanceledException)
        {
            // Said above.
        }
    }

    /// <summary>Stops receiving, lets what is under way end within a moment, and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await Task.WhenAll(Inbox.DisposeAsync().AsTask(), Courier.DisposeAsync().AsTask());
        Client.Dispose();
        _stop.Dispose();
    }

    /// <summary>Notes how receiving goes and shows it.</summary>
    public void Change(ChannelState state) => _parts.Pushes.Change(Channel, state);

    private async Task ResumeAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await Inbox.ResumeAsync(cancellation);
                await Courier.ResumeAsync(cancellation);
                return;
            }
            catch (DatabaseUnavailableException)
            {
                await Task.Delay(RestAfterFailure, _parts.Clock, CancellationToken.None);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task IntroduceAsync(CancellationToken cancellation)
    {
        try
        {
            await _introduction.RunAsync(Channel, Client, cancellation);
        }
        catch (Exception error) when (error is DatabaseUnavailableException or OperationCanceledException)
        {
            // The next start tries again.
        }
    }
}
