using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>Seals what must not lie in the database in clear: tokens, and proxies with their passwords.</summary>
internal sealed class ChannelSecrets(IDataProtectionProvider protection)
{
    private const int IdLength = 40;

    private readonly IDataProtector _protector = protection.CreateProtector("Dialog.Channels");

    /// <summary>Seals a text for one channel; nowhere else can it be opened.</summary>
    public string Seal(string channelId, string text) => _protector.CreateProtector(channelId).Protect(text);

    /// <summary>An id nobody can guess, the same whenever it is asked for with the same words.</summary>
    public string IdFor(Channel channel, string words) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Open(channel.Id, channel.Token) ?? ""), Encoding.UTF8.GetBytes($"{channel.Id}:{words}")))[..IdLength];

    /// <summary>Opens what was sealed; null when the keys it was sealed with are lost.</summary>
    public string? Open(string channelId, string? seal)
    {
        if (seal is null)
            return null;
        try
        {
            return _protector.CreateProtector(channelId).Unprotect(seal);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
