namespace Dialog.Faults;

/// <summary>How long a test waits for what must happen. Long enough for a busy machine; no figure is judged by it.</summary>
internal static class Limit
{
    public static readonly TimeSpan Event = TimeSpan.FromSeconds(30);
}
