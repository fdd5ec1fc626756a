using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>The file a messenger's message brings.</summary>
/// <param name="FileId">What the messenger gives it out by.</param>
/// <param name="Name">What the sender calls it, or a name for what it is.</param>
/// <param name="Type">What the sender says it is.</param>
/// <param name="Size">Bytes, as the messenger says; 0 when it does not.</param>
internal sealed record IncomingFile(string FileId, string Name, string? Type, long Size)
{
    /// <summary>The file of a message; null when it brings none.</summary>
    public static IncomingFile? Of(Message message) => message switch
    {
        { Photo: [.., var photo] } => new(photo.FileId, "photo.jpg", "image/jpeg", photo.FileSize ?? 0),
        { Document: { } file } => Named(file, "file"),
        { Voice: { } voice } => Named(voice, "voice.ogg"),
        { Audio: { } audio } => Named(audio, "audio.mp3"),
        { Video: { } video } => Named(video, "video.mp4"),
        { VideoNote: { } note } => Named(note, "video.mp4"),
        { Animation: { } animation } => Named(animation, "animation.mp4"),
        _ => null,
    };

    private static IncomingFile Named(MediaFile file, string name) =>
        new(file.FileId, file.FileName ?? name, file.MimeType, file.FileSize ?? 0);
}
