namespace Dialog.Telegram;

/// <summary>A command of the messenger's menu.</summary>
/// <param name="Command">1–32 of <c>a-z0-9_</c>, without the slash.</param>
/// <param name="Description">What it does, 1–256 characters.</param>
public sealed record BotCommand(string Command, string Description);
