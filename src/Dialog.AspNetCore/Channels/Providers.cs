using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>The messengers a bot can be connected to.</summary>
internal static class Providers
{
    private static readonly Provider[] All = [Provider.Telegram, Provider.Bale];

    public static Provider? Of(string? name) => All.FirstOrDefault(provider => provider.Name == name);
}
