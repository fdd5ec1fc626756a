using Dialog.AspNetCore.Training;
using Dialog.Storage.Bots;

namespace Dialog.AspNetCore.Bots;

/// <summary>A bot as its team sees it.</summary>
/// <param name="Id">The bot.</param>
/// <param name="Key">The public key of the snippet.</param>
/// <param name="Name">The name visitors see.</param>
/// <param name="Language"><c>fa</c> or <c>en</c>.</param>
/// <param name="Greeting">What the widget opens with.</param>
/// <param name="WrongShare">The share of wrong answers the owner puts up with, a fraction of 1.</param>
/// <param name="Role">The caller's role: <c>owner</c> or <c>agent</c>.</param>
/// <param name="Intents">How many intents it knows.</param>
/// <param name="Examples">How many phrasings it knows.</param>
/// <param name="Training">Where its training stands.</param>
public sealed record BotView(
    string Id, string Key, string Name, string Language, string Greeting, double WrongShare, string Role,
    int Intents, int Examples, TrainingView Training)
{
    internal static BotView Of(Bot bot, string role, TrainingView training) =>
        new(bot.Id, bot.PublicKey, bot.Name, bot.Language, bot.Greeting, bot.WrongShare, role, training.Intents, training.Examples, training);
}

/// <summary>What a new bot needs.</summary>
public sealed record NewBot(string? Name, string? Language);

/// <summary>What an owner changes of a bot; null leaves it.</summary>
public sealed record BotChange(string? Name, string? Greeting, double? WrongShare);
