using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Dialog.Telegram;

/// <summary>
/// The secret a bot is addressed with, such as <c>123456:AAF…</c>. It prints as <c>123456:…</c> wherever it is
/// written by accident; only <see cref="Reveal"/> gives it out, for keeping it encrypted.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class BotToken
{
    private readonly string _value;

    private BotToken(string value, long bot)
    {
        _value = value;
        BotId = bot;
    }

    /// <summary>The bot's own id, the part before the colon; it is no secret.</summary>
    public long BotId { get; }

    /// <summary>Reads a pasted token; blanks around it don't matter. False when it does not look like one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out BotToken? token)
    {
        var match = Shape.Match(text?.Trim() ?? "");
        token = match.Success && long.TryParse(match.Groups["bot"].ValueSpan, out var bot) ? new BotToken(match.Value, bot) : null;
        return token is not null;
    }

    /// <summary>The token itself. Never log it, never show it again, never put it into an address that leaves the server.</summary>
    public string Reveal() => _value;

    /// <summary>The bot's id and an ellipsis.</summary>
    public override string ToString() => $"{BotId}:…";

    /// <summary>The text with the token, and its secret part alone, blotted out.</summary>
    internal string Hide(string text) => text
        .Replace(_value, ToString(), StringComparison.OrdinalIgnoreCase)
        .Replace(Uri.EscapeDataString(_value), ToString(), StringComparison.OrdinalIgnoreCase)
        .Replace(_value[(_value.IndexOf(':', StringComparison.Ordinal) + 1)..], "…", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A(?<bot>[0-9]{1,18}):[A-Za-z0-9_-]{16,128}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape { get; }
}
