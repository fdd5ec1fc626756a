using System.Security.Cryptography;

namespace Dialog.Storage;

/// <summary>Ids and secrets that leave the server: random, never guessable, safe in an address.</summary>
public static class RandomId
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>An id of 20 characters, 100 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, 20);

    /// <summary>A secret of 52 characters, 260 bits. Store its <see cref="Hash"/> only.</summary>
    public static string Secret() => RandomNumberGenerator.GetString(Alphabet, 52);

    /// <summary>SHA-256 in hexadecimal: enough for a secret with more than 128 random bits.</summary>
    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
}
