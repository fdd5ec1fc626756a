using Dialog.AspNetCore.Languages;

namespace Dialog.AspNetCore.Problems;

/// <summary>Problems of every feature: what is not there, not allowed, too large.</summary>
internal static class CommonProblems
{
    public static readonly Problem NotFound = new(
        "dialog:not-found", 404,
        new("This does not exist.", "چنین چیزی وجود ندارد."),
        new("Check the address, or go back and choose again.", "نشانی را بررسی کنید، یا برگردید و دوباره انتخاب کنید."));

    public static readonly Problem SignedOut = new(
        "dialog:signed-out", 401,
        new("You are not signed in.", "وارد حساب نشده‌اید."),
        new("Sign in and try again; what you entered is kept.", "وارد شوید و دوباره امتحان کنید؛ آنچه نوشته‌اید می‌ماند."));

    public static readonly Problem OwnersOnly = new(
        "dialog:owners-only", 403,
        new("Only owners of the bot may do this.", "این کار فقط از مدیر ربات برمی‌آید."),
        new("Ask an owner to do it, or to make you an owner.", "از مدیر بخواهید انجامش دهد یا شما را هم مدیر کند."));

    public static readonly Problem Antiforgery = new(
        "dialog:antiforgery", 403,
        new("The page is out of date.", "این صفحه قدیمی شده است."),
        new("Load the page again and repeat what you did; what you entered is kept.", "صفحه را دوباره باز کنید و کار را تکرار کنید؛ آنچه نوشته‌اید می‌ماند."));

    public static readonly Problem ForeignOrigin = new(
        "dialog:foreign-origin", 403,
        new("This site may not connect here.", "این سایت اجازهٔ اتصال ندارد."),
        new("Open the chat from the page it belongs to.", "گفت‌وگو را از صفحهٔ خودش باز کنید."));

    public static readonly Problem Malformed = new(
        "dialog:malformed", 400,
        new("The request could not be read.", "درخواست خوانا نبود."),
        new("Send JSON in the shape that /openapi/v1.json describes.", "JSON را به شکلی بفرستید که ‎/openapi/v1.json می‌گوید."));

    public static readonly Problem TooLarge = new(
        "dialog:too-large", 413,
        new("That is more than {0} KB at once.", "این بیش از {0} کیلوبایت است و یک‌جا جا نمی‌شود."),
        new("Split it and add the parts one after the other; nothing was changed.", "آن را چند بخش کنید و بخش‌ها را یکی‌یکی اضافه کنید؛ چیزی تغییر نکرد."));

    public static readonly Problem Unavailable = new(
        "dialog:unavailable", 503,
        new("The server cannot save right now.", "سرور اکنون نمی‌تواند ذخیره کند."),
        new("Nothing was changed. Try again in a moment.", "چیزی تغییر نکرد. کمی بعد دوباره امتحان کنید."));

    public static readonly Problem Missing = new(
        "dialog:missing", 400,
        new("{0} is empty.", "{0} خالی است."),
        new("Fill it in and try again.", "آن را پر کنید و دوباره امتحان کنید."));

    public static readonly Problem TooLong = new(
        "dialog:too-long", 400,
        new("{0} is longer than {1} characters.", "{0} از {1} نویسه بلندتر است."),
        new("Shorten it and try again.", "کوتاهش کنید و دوباره امتحان کنید."));

    public static readonly Problem UnknownLanguage = new(
        "dialog:unknown-language", 400,
        new("The language must be fa or en.", "زبان باید fa یا en باشد."),
        new("Choose Persian or English.", "فارسی یا انگلیسی را انتخاب کنید."));
}
