using Dialog.AspNetCore.Attachments;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>One message at the messenger.</summary>
internal abstract record Piece
{
    private Piece() { }

    /// <summary>Words that fit into one message.</summary>
    public sealed record Words(MessageText Text) : Piece;

    /// <summary>A file, with words below it that fit there.</summary>
    public sealed record File(AttachedFile Attached, MessageText? Caption) : Piece;
}
