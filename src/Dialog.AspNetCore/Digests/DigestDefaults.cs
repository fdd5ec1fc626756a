using Dialog.AspNetCore.Languages;
using Dialog.Storage.Bots;
using Dialog.Storage.Digests;

namespace Dialog.AspNetCore.Digests;

/// <summary>The digest of a bot whose owners have not set one: off, and at nine in the evening where its language is spoken.</summary>
internal static class DigestDefaults
{
    private const int Hour = 21;

    public static Digest Of(Bot bot) => new()
    {
        BotId = bot.Id,
        Hour = Hour,
        TimeZone = bot.Language == Language.Persian ? "Asia/Tehran" : "Etc/UTC",
    };
}
