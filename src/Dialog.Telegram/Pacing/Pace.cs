namespace Dialog.Telegram;

/// <summary>How many messages may be sent in how much time; a window may be used up at once.</summary>
public sealed record Pace
{
    /// <summary>To one chat: 3 in 3 s, one a second with the short burst Telegram lets pass.</summary>
    public Rate Chat { get; init; } = new(3, TimeSpan.FromSeconds(3));

    /// <summary>To one group: 20 in a minute, besides what holds for every chat.</summary>
    public Rate Group { get; init; } = new(20, TimeSpan.FromMinutes(1));

    /// <summary>By one bot to all chats: 30 in a second.</summary>
    public Rate Bot { get; init; } = new(30, TimeSpan.FromSeconds(1));
}

/// <summary>At most <paramref name="Count"/> in any stretch of time as long as <paramref name="Window"/>.</summary>
public sealed record Rate(int Count, TimeSpan Window);
