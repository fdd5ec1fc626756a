namespace Dialog.AspNetCore.Realtime;

/// <summary>The names of the groups that pushes go to.</summary>
internal static class HubGroups
{
    public static string Visitor(string conversationId) => "visitor:" + conversationId;

    public static string Desk(string botId) => "desk:" + botId;

    public static string Watchers(string conversationId) => "watchers:" + conversationId;
}
