using Dialog.AspNetCore.Attachments;

namespace Dialog.AspNetCore.Conversations;

/// <summary>What a visitor does in a conversation, from whatever channel.</summary>
internal abstract record VisitorAct
{
    private VisitorAct() { }

    /// <summary>Says something in words.</summary>
    public sealed record Says(string Text) : VisitorAct;

    /// <summary>Sends a file.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Caption">What is said with it; null for nothing.</param>
    public sealed record Sends(AttachedFile File, string? Caption) : VisitorAct;

    /// <summary>Presses the button for a person.</summary>
    public sealed record AsksForPerson : VisitorAct;

    /// <summary>Picks one of what the bot offered when it asked which was meant.</summary>
    /// <param name="Sequence">The bot's message.</param>
    /// <param name="IntentId">The intent picked; null for none of these.</param>
    public sealed record Chooses(long Sequence, string? IntentId) : VisitorAct;

    /// <summary>Says that an answer of the bot was not what was asked for.</summary>
    /// <param name="Sequence">The bot's message.</param>
    public sealed record Rejects(long Sequence) : VisitorAct;

    /// <summary>Opens the conversation on a messenger, or opens it anew.</summary>
    public sealed record Starts : VisitorAct;

    /// <summary>Sends something that cannot be carried, such as a sticker.</summary>
    /// <param name="Note">What it was, in the bot's language, for who reads the conversation.</param>
    /// <param name="IsTooLarge">Whether it is a file that is too large.</param>
    public sealed record Shows(string Note, bool IsTooLarge = false) : VisitorAct;

    /// <summary>Changes what was said.</summary>
    /// <param name="ClientId">The id under which it was first sent.</param>
    /// <param name="Text">What it says now.</param>
    public sealed record Edits(string ClientId, string Text) : VisitorAct;
}
