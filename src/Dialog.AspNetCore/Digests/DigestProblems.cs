using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Digests;

/// <summary>What can be wrong with an owner's wishes for the daily report.</summary>
internal static class DigestProblems
{
    public static readonly Problem HourOutOfRange = new(
        "dialog:digest-hour", 400,
        new("The hour must be from 0 to 23.", "ساعت باید از ۰ تا ۲۳ باشد."),
        new("Choose one of them.", "یکی را انتخاب کنید."));

    public static readonly Problem UnknownTimeZone = new(
        "dialog:digest-time-zone", 400,
        new("This server does not know this time zone.", "این سرور چنین منطقهٔ زمانی‌ای نمی‌شناسد."),
        new("Choose one such as Asia/Tehran or Europe/Berlin.", "یکی مانند Asia/Tehran یا Europe/Berlin را انتخاب کنید."));

    public static readonly Problem Nobody = new(
        "dialog:digest-nobody", 409,
        new("Nobody can get the report right now.", "الان کسی نیست که گزارش به دستش برسد."),
        new("Connect a messenger, turn it on, and open the link to it from here.", "پیام‌رسانی را وصل و روشن کنید و پیوندش را از همین‌جا باز کنید."));
}
