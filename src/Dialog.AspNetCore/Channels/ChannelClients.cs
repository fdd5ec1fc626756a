using Dialog.Telegram;
using Microsoft.Extensions.Options;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>Makes the clients that call messengers.</summary>
internal sealed class ChannelClients(ChannelSecrets secrets, IOptions<DialogOptions> options, TimeProvider clock)
{
    /// <summary>How long an owner waits to hear whether a token is good.</summary>
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The client of a channel; null when its token can't be read any more.</summary>
    public BotClient? Open(Channel channel) => Settings(channel) is { } settings ? Create(settings) : null;

    /// <summary>Asks the messenger whose token it is, once and without much patience.</summary>
    /// <exception cref="BotApiException">It is nobody's, or the messenger can't be asked.</exception>
    public async Task<User> CheckAsync(Channel channel, CancellationToken cancellation)
    {
        var settings = Settings(channel) ?? throw new BotApiException("getMe", new BotProblem.Unauthorized("The token can't be read."));
        using var client = Create(settings with { Retries = 0, CallTimeout = CheckTimeout });
        return await client.GetMeAsync(cancellation);
    }

    private BotClient Create(BotOptions settings) => new(settings, options.Value.Messengers.Handler, clock);

    private BotOptions? Settings(Channel channel)
    {
        if (!BotToken.TryParse(secrets.Open(channel.Id, channel.Token), out var token))
            return null;
        var messengers = options.Value.Messengers;
        var isOwners = channel.BaseAddress is not null || channel.FileAddress is not null || channel.Proxy is not null;
        return new BotOptions
        {
            Token = token,
            Provider = Providers.Of(channel.Provider)!,
            BaseAddress = channel.BaseAddress is { } address ? new Uri(address) : messengers.BaseAddress,
            FileAddress = channel.FileAddress is { } files ? new Uri(files) : messengers.FileAddress,
            PublicOnly = isOwners && !messengers.PrivateAddresses,
            Proxy = secrets.Open(channel.Id, channel.Proxy) is { } proxy ? new Uri(proxy) : null,
        };
    }
}
