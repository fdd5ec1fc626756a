namespace Dialog.AspNetCore.Realtime;

/// <summary>What a connection can read.</summary>
internal static class Topics
{
    public static string Visitor(string conversationId) => "visitor:" + conversationId;

    public static string Desk(string botId) => "desk:" + botId;

    public static string Watchers(string conversationId) => "watchers:" + conversationId;
}
