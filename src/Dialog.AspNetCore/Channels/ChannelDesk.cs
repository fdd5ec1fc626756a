using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;
using Dialog.Storage;
using Dialog.Storage.Channels;
using Dialog.Telegram;
using Microsoft.Extensions.Options;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>What owners do with messengers' accounts. A refusal names why.</summary>
internal sealed class ChannelDesk(
    ChannelStore channels, ChannelService service, ChannelClients clients, ChannelSecrets secrets, ChannelPushes pushes,
    IOptions<DialogOptions> options, TimeProvider clock)
{
    public async Task<IReadOnlyList<ChannelView>> ListAsync(string botId, ChannelCaller caller, CancellationToken cancellation)
    {
        var views = new List<ChannelView>();
        foreach (var channel in await channels.OfBotAsync(botId, cancellation))
            views.Add(await ViewAsync(channel, caller, cancellation));
        return views;
    }

    public async Task<ChannelView> ViewAsync(Channel channel, ChannelCaller caller, CancellationToken cancellation)
    {
        var load = await channels.LoadAsync(channel.BotId, channel.Id, cancellation);
        var canWebhook = (channel.PublicAddress ?? PublicAddress(channel.Provider, caller)) is not null;
        return ChannelView.Of(channel, pushes.StateOf(channel), load, caller.Language, canWebhook);
    }

    public async Task<(Channel? Channel, Refusal? Refusal)> ConnectAsync(
        string botId, NewChannel request, ChannelCaller caller, CancellationToken cancellation)
    {
        if (Providers.Of(request.Provider) is not { } provider)
            return (null, ChannelProblems.UnknownProvider.Refuse());
        var channel = new Channel
        {
            BotId = botId,
            Provider = provider.Name,
            PublicAddress = PublicAddress(provider.Name, caller),
            ConnectedAt = Timestamp.Now(clock),
        };
        var change = new ChannelPatch(
            Token: request.Token ?? "", BaseAddress: request.BaseAddress, FileAddress: request.FileAddress, Proxy: request.Proxy);
        (channel, var refusal) = Reached(channel, change);
        if (refusal is null)
            (channel, refusal) = await CheckedAsync(channel, cancellation);
        if (refusal is not null)
            return (null, refusal);
        var connected = await channels.AddAsync(channel, cancellation);
        if (connected != Connected.Yes)
            return (null, (connected == Connected.AccountTaken ? ChannelProblems.AccountTaken : ChannelProblems.OneOfEach).Refuse());
        await service.ApplyAsync(botId, channel.Id);
        return (channel, null);
    }

    public async Task<(Channel? Channel, Refusal? Refusal)> ChangeAsync(
        string botId, string id, ChannelPatch change, ChannelCaller caller, CancellationToken cancellation)
    {
        if (await channels.FindAsync(botId, id, cancellation) is not { } before)
            return (null, CommonProblems.NotFound.Refuse());
        var (channel, refusal) = Reached(before, change);
        if (refusal is null && (channel with { IsOn = before.IsOn }) != before)
            (channel, refusal) = await CheckedAsync(channel, cancellation);
        if (refusal is null)
            (channel, refusal) = Received(channel, change.Receiving, caller);
        if (refusal is not null)
            return (null, refusal);
        channel = channel with { IsOn = change.IsOn ?? channel.IsOn };
        await channels.UpdateAsync(channel, cancellation);
        await service.ApplyAsync(botId, channel.Id);
        return (channel, null);
    }

    /// <returns>False when the bot has no such account.</returns>
    public async Task<bool> DisconnectAsync(string botId, string id, CancellationToken cancellation)
    {
        if (await channels.FindAsync(botId, id, cancellation) is null)
            return false;
        await service.RemoveAsync(botId, id);
        return true;
    }

    /// <summary>The channel with the token, addresses and proxy that were asked for.</summary>
    private (Channel Channel, Refusal? Refusal) Reached(Channel channel, ChannelPatch change)
    {
        if (change.Token is not null)
        {
            if (!BotToken.TryParse(change.Token, out var token))
                return (channel, ChannelProblems.BadToken.Refuse());
            if (channel.Account != 0 && token.BotId != channel.Account)
                return (channel, ChannelProblems.OtherAccount.Refuse());
            channel = channel with { Token = secrets.Seal(channel.Id, token.Reveal()), Account = token.BotId };
        }

        foreach (var (text, name) in new[] { (change.BaseAddress, ChannelProblems.BaseAddress), (change.FileAddress, ChannelProblems.FileAddress) })
            if (Check(text, name, ChannelProblems.BadAddress.Refuse(name), "https", "http") is { } refusal)
                return (channel, refusal);
        if (Check(change.Proxy, ChannelProblems.Proxy, ChannelProblems.BadProxy.Refuse(), "http", "https", "socks5") is { } bad)
            return (channel, bad);
        return (channel with
        {
            BaseAddress = Changed(channel.BaseAddress, change.BaseAddress),
            FileAddress = Changed(channel.FileAddress, change.FileAddress),
            Proxy = change.Proxy is { Length: > 0 } proxy ? secrets.Seal(channel.Id, proxy.Trim()) : Changed(channel.Proxy, change.Proxy),
        }, null);
    }

    /// <summary>The channel as the messenger knows it, if it accepts the token.</summary>
    private async Task<(Channel Channel, Refusal? Refusal)> CheckedAsync(Channel channel, CancellationToken cancellation)
    {
        try
        {
            var me = await clients.CheckAsync(channel, cancellation);
            return (channel with { Account = me.Id, Name = me.FullName, Username = me.Username ?? "" }, null);
        }
        catch (BotApiException failure)
        {
            return (channel, MessengerProblems.Of(failure.Problem).Refuse());
        }
    }

    private (Channel Channel, Refusal? Refusal) Received(Channel channel, string? receiving, ChannelCaller caller)
    {
        if (receiving is null)
            return (channel, null);
        if (receiving is not (Receiving.Polling or Receiving.Webhook))
            return (channel, ChannelProblems.UnknownReceiving.Refuse());
        var address = PublicAddress(channel.Provider, caller) ?? channel.PublicAddress;
        if (receiving == Receiving.Webhook && address is null)
            return (channel, ChannelProblems.NoPublicAddress.Refuse());
        return (channel with { Receiving = receiving, PublicAddress = address }, null);
    }

    // The configured one, or the one the owner came by when messengers can come the same way.
    private string? PublicAddress(string provider, ChannelCaller caller)
    {
        var address = options.Value.PublicAddress ?? caller.Address;
        return Providers.Of(provider)!.AcceptsWebhook(address) ? address.AbsoluteUri.TrimEnd('/') : null;
    }

    private static Refusal? Check(string? text, Phrase name, Refusal bad, params string[] schemes) =>
        string.IsNullOrEmpty(text) ? null
        : text.Length > Limits.AddressLength ? CommonProblems.TooLong.Refuse(name, Limits.AddressLength)
        : Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && schemes.Contains(address.Scheme) && address.Host.Length > 0 ? null
        : bad;

    private static string? Changed(string? before, string? wanted) =>
        wanted is null ? before : wanted.Trim() is { Length: > 0 } text ? text : null;
}
