using System.Globalization;
using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Languages;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>What a messenger's message is as a visitor's act.</summary>
internal static class IncomingContent
{
    private const int Megabyte = 1024 * 1024;

    private static readonly Phrase Sticker = new("sticker", "استیکر");
    private static readonly Phrase Place = new("location", "موقعیت مکانی");
    private static readonly Phrase Contact = new("contact", "مخاطب");

    /// <summary>The act of a message without a file; null for what says nothing, such as a notice of the messenger itself.</summary>
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

    /// <summary>What is noted of a file that is too large to be carried.</summary>
    public static VisitorAct TooLarge(IncomingFile file, string? caption) => new VisitorAct.Shows(
        $"[{file.Name}, {file.Size / Megabyte} MB] {caption}".TrimEnd(), IsTooLarge: true);

    private static string? Note(Message message, string language)
    {
        var (kind, rest) = message switch
        {
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
