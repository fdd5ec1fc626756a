namespace Dialog.Storage.Attachments;

/// <summary>How far a file has come.</summary>
public static class AttachmentStates
{
    /// <summary>Its bytes are arriving, or have arrived and no message has it yet. Deleted when that never happens.</summary>
    public const string Uploaded = "uploaded";

    /// <summary>A message has it, and a messenger still has its bytes.</summary>
    public const string Remote = "remote";

    /// <summary>A message has it, and its bytes are here.</summary>
    public const string Kept = "kept";
}

/// <summary>A file in a conversation.</summary>
public sealed record Attachment
{
    /// <summary>Bytes of each part but the last.</summary>
    public const int PartSize = 256 * 1024;

    /// <summary>Random and told only to the conversation's people: whoever knows it may read the file.</summary>
    public string Id { get; init; } = RandomId.New();

    public string BotId { get; init; } = "";

    public string ConversationId { get; init; } = "";

    /// <summary>What people see, such as <c>receipt.pdf</c>; never a path.</summary>
    public string Name { get; init; } = "";

    /// <summary>The media type, such as <c>image/png</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>Bytes; what the sender says while it is not here.</summary>
    public long Size { get; init; }

    public string State { get; init; } = AttachmentStates.Uploaded;

    /// <summary>Where its bytes still are, in the words of whoever fetches them.</summary>
    public string? Source { get; init; }

    public Timestamp CreatedAt { get; init; }
}
