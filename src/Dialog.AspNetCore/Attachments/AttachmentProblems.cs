using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Attachments;

/// <summary>What can go wrong with a file.</summary>
internal static class AttachmentProblems
{
    public static readonly Problem TooLarge = new(
        "dialog:file-too-large", 413,
        new("The file is larger than {0} MB.", "فایل از {0} مگابایت بزرگ‌تر است."),
        new("Make it smaller, or send a link to it.", "کوچک‌ترش کنید یا پیوندش را بفرستید."));

    public static readonly Problem Empty = new(
        "dialog:empty-file", 400,
        new("The file is empty.", "فایل خالی است."),
        new("Choose it again; it may not have been saved yet.", "دوباره انتخابش کنید؛ شاید هنوز ذخیره نشده باشد."));

    public static readonly Problem Gone = new(
        "dialog:file-gone", 409,
        new("The file is not here any more.", "فایل دیگر اینجا نیست."),
        new("Attach it again and send; your text is kept.", "دوباره پیوستش کنید و بفرستید؛ نوشته‌تان می‌ماند."));

    public static readonly Problem NotFetched = new(
        "dialog:file-not-fetched", 502,
        new("The messenger does not give the file at the moment.", "پیام‌رسان فعلاً فایل را نمی‌دهد."),
        new("Try again in a minute.", "یک دقیقهٔ دیگر دوباره امتحان کنید."));
}
