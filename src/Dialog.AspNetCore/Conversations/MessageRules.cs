using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Conversations;

/// <summary>What a message and its client's id must look like.</summary>
internal static class MessageRules
{
    public static readonly Problem Empty = new(
        "dialog:empty-message", 400,
        new("The message is empty.", "پیام خالی است."),
        new("Write something and send again.", "چیزی بنویسید و دوباره بفرستید."));

    public static readonly Problem TooLong = new(
        "dialog:message-too-long", 400,
        new("The message is longer than {0} characters.", "پیام از {0} نویسه بلندتر است."),
        new("Shorten it or send it in parts.", "کوتاهش کنید یا در چند پیام بفرستید."));

    public static readonly Problem BadClientId = new(
        "dialog:bad-id", 400,
        new("The message's id must be 1 to 64 of A–Z, a–z, 0–9, - and _.", "شناسهٔ پیام باید ۱ تا ۶۴ نویسه از A–Z، a–z، 0–9، - و _ باشد."),
        new("Make a random id for each message and keep it for repeats.", "برای هر پیام شناسه‌ای تصادفی بسازید و در تکرار همان را بفرستید."));

    public static readonly Problem TooFast = new(
        "dialog:too-fast", 429,
        new("You are writing very fast.", "خیلی تند می‌نویسید."),
        new("Wait {0} seconds and send again; your text is kept.", "{0} ثانیه صبر کنید و دوباره بفرستید؛ نوشته‌تان می‌ماند."));

    public static readonly Problem BotBusy = new(
        "dialog:too-busy", 429,
        new("Very many people are writing at this moment.", "همین حالا افراد زیادی در حال نوشتن‌اند."),
        new("Wait {0} seconds and send again; your text is kept.", "{0} ثانیه صبر کنید و دوباره بفرستید؛ نوشته‌تان می‌ماند."));

    public static Problem? Check(string? text, bool mayBeEmpty = false) =>
        string.IsNullOrWhiteSpace(text) ? mayBeEmpty ? null : Empty
        : text.Length > Limits.MessageLength ? TooLong
        : null;

    public static Problem? CheckId(string? id) =>
        id is { Length: > 0 and <= Limits.ClientIdLength } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? null
            : BadClientId;
}
