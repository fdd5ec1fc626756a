using Dialog.AspNetCore.Languages;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>The messengers a bot can be connected to.</summary>
internal static class Providers
{
    private static readonly Provider[] All = [Provider.Telegram, Provider.Bale];

    private static readonly Dictionary<string, Phrase> Titles = new()
    {
        [Provider.Telegram.Name] = new("Telegram", "تلگرام"),
        [Provider.Bale.Name] = new("Bale", "بله"),
    };

    /// <summary>What people call a messenger.</summary>
    public static Phrase Title(string name) => Titles[name];

    public static Provider? Of(string? name) => All.FirstOrDefault(provider => provider.Name == name);
}
