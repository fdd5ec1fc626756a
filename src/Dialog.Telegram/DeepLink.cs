using System.Text.RegularExpressions;

namespace Dialog.Telegram;

/// <summary>
/// Links that open a bot and hand it a word: <c>t.me/BOT?start=WORD</c> arrives as the message <c>/start WORD</c>.
/// A word is 1–64 of <c>A-Za-z0-9_-</c>.
/// </summary>
public static partial class DeepLink
{
    /// <summary>The longest word a link can carry.</summary>
    public const int Length = 64;

    /// <summary>Whether a link can carry the word.</summary>
    public static bool Fits(string word) => Word.IsMatch(word);

    /// <summary>The link that opens a bot, by its user name, with a word or without.</summary>
    /// <exception cref="ArgumentException">The word does not fit.</exception>
    public static Uri Create(Provider provider, string botName, string? word = null)
    {
        if (word is not null && !Fits(word))
            throw new ArgumentException($"A deep link carries 1 to {Length} of A-Z, a-z, 0-9, _ and -.", nameof(word));
        var bot = $"{provider.LinkAddress.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(botName.TrimStart('@'))}";
        return new Uri(word is null ? bot : $"{bot}?start={word}");
    }

    /// <summary>
    /// Whether a message opens the conversation, <c>/start</c> or <c>/start@BOT</c>; the word is empty when the link
    /// carried none, or something no link carries.
    /// </summary>
    public static bool TryRead(string? text, out string word)
    {
        var match = Start.Match(text ?? "");
        word = match.Groups["word"].Value;
        return match.Success;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"\A\s*/start(?:@\w+)?(?:\s+(?<word>[A-Za-z0-9_-]{1,64})(?!\S))?(?:\s|\z)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Start { get; }
}
