using System.Globalization;
using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Languages;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>What a messenger's message is as a visitor's act.</summary>
internal static class IncomingContent
{
    private static readonly Phrase Photo = new("photo", "عکس");
    private static readonly Phrase Voice = new("voice message", "پیام صوتی");
    private static readonly Phrase Audio = new("audio", "فایل صوتی");
    private static readonly Phrase Video = new("video", "ویدئو");
    private static readonly Phrase Animation = new("animation", "تصویر متحرک");
    private static readonly Phrase Document = new("file", "فایل");
    private static readonly Phrase Sticker = new("sticker", "استیکر");
    private static readonly Phrase Place = new("location", "موقعیت مکانی");
    private static readonly Phrase Contact = new("contact", "مخاطب");

    /// <summary>The act; null for what says nothing, such as a notice of the messenger itself.</summary>
    public static VisitorAct? Read(Message message, string language)
    {
        if (DeepLink.TryRead(message.Text, out _))
            return new VisitorAct.Starts();
        if (IsCommand(message.Text, Introduction.PersonCommand))
            return new VisitorAct.AsksForPerson();
        if (!string.IsNullOrWhiteSpace(message.Text))
            return new VisitorAct.Says(message.Text);
        return Note(message, language) is { } note ? new VisitorAct.Shows(note) : null;
    }

    private static string? Note(Message message, string language)
    {
        var (kind, rest) = message switch
        {
            { Photo.Count: > 0 } => (Photo, message.Caption),
            { Voice: not null } => (Voice, message.Caption),
            { Audio: { } audio } => (Audio, Join(audio.FileName, message.Caption)),
            { Video: not null } or { VideoNote: not null } => (Video, message.Caption),
            { Animation: not null } => (Animation, message.Caption),
            { Document: { } file } => (Document, Join(file.FileName, message.Caption)),
            { Sticker: { } sticker } => (Sticker, sticker.Emoji),
            { Location: { } place } => (Place, string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.######}, {place.Longitude:0.######}")),
            { Contact: { } contact } => (Contact, Join($"{contact.FirstName} {contact.LastName}".Trim(), contact.PhoneNumber)),
            _ => (null, null),
        };
        return kind is null ? null : $"[{kind.In(language)}] {rest}".TrimEnd();
    }

    private static string? Join(string? first, string? second) =>
        string.Join(", ", new[] { first, second }.Where(part => !string.IsNullOrWhiteSpace(part)));

    // In a private chat /person and /person@bot are the same.
    private static bool IsCommand(string? text, string command) =>
        text?.Trim() is { } word && word.StartsWith('/') && word[1..].Split('@')[0].Equals(command, StringComparison.OrdinalIgnoreCase);
}
