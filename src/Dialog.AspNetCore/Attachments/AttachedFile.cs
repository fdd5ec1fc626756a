using Dialog.Storage.Attachments;

namespace Dialog.AspNetCore.Attachments;

/// <summary>A file as a message's readers see it.</summary>
/// <param name="Id">Read it at <c>/files/{id}</c>.</param>
/// <param name="Name">What its sender calls it.</param>
/// <param name="Type">The media type; what the sender says while a messenger still has the bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="IsImage">Whether it can be shown in a page.</param>
public sealed record AttachedFile(string Id, string Name, string Type, long Size, bool IsImage)
{
    internal static AttachedFile Of(Attachment attachment) => new(
        attachment.Id, attachment.Name, attachment.Type, attachment.Size, ImageTypes.IsShown(attachment.Type));
}
