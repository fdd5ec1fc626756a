namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>How much knowledge one bot, and one request, may hold.</summary>
internal static class KnowledgeLimits
{
    /// <summary>The largest file or pasted text, in bytes.</summary>
    public const int Bytes = 2 * 1024 * 1024;

    /// <summary>The longest example, in characters.</summary>
    public const int Example = 4_000;

    /// <summary>The longest answer, in characters.</summary>
    public const int Answer = 4_000;

    /// <summary>The most intents of one bot.</summary>
    public const int Intents = 5_000;

    /// <summary>The most examples of one bot, over all its intents.</summary>
    public const int Examples = 200_000;

    /// <summary>The most messages of one bot that are not for it.</summary>
    public const int Negatives = 5_000;
}
