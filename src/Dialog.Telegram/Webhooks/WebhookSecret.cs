using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Dialog.Telegram;

/// <summary>The secret by which a webhook call proves that the messenger made it: 1–256 of <c>A-Za-z0-9_-</c>.</summary>
public static class WebhookSecret
{
    /// <summary>The header it comes in, where the provider sends one.</summary>
    public const string Header = "X-Telegram-Bot-Api-Secret-Token";

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    /// <summary>A new secret of 43 characters, 258 bits; also fit for a path.</summary>
    public static string Create() => RandomNumberGenerator.GetString(Alphabet, 43);

    /// <summary>Whether a secret can be used at all.</summary>
    public static bool Fits(string secret) =>
        secret.Length is >= 1 and <= 256 && !secret.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>Compares in a time that tells nothing about either; a missing secret never matches.</summary>
    public static bool Matches(string expected, string? given)
    {
        var same = CryptographicOperations.FixedTimeEquals(Digest(expected), Digest(given ?? ""));
        return same && given is { Length: > 0 };
    }

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
