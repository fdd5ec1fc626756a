using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Channels;

/// <summary>What can be wrong with what an owner enters to connect a messenger.</summary>
internal static class ChannelProblems
{
    public static readonly Problem UnknownProvider = new(
        "dialog:unknown-messenger", 400,
        new("The messenger must be telegram or bale.", "پیام‌رسان باید telegram یا bale باشد."),
        new("Choose one of the two.", "یکی از این دو را انتخاب کنید."));

    public static readonly Problem BadToken = new(
        "dialog:bad-token", 400,
        new("This does not look like a bot's token.", "این شبیه توکن ربات نیست."),
        new("Copy the whole line from @BotFather; it looks like 123456:ABC-def….",
            "کل خط را از @BotFather کپی کنید؛ چیزی شبیه ‎123456:ABC-def…‎ است."));

    public static readonly Problem OtherAccount = new(
        "dialog:other-account", 409,
        new("This token belongs to another account.", "این توکن مال حساب دیگری است."),
        new("Disconnect the present account first, then connect the other one.", "اول حساب فعلی را قطع کنید، بعد آن یکی را وصل کنید."));

    public static readonly Problem BadAddress = new(
        "dialog:bad-address", 400,
        new("{0} is not an address that can be used.", "{0} نشانی درستی نیست."),
        new("Enter a full address that begins with https:// or http://.", "نشانی کامل را که با ‎https://‎ یا ‎http://‎ شروع می‌شود وارد کنید."));

    public static readonly Problem BadProxy = new(
        "dialog:bad-proxy", 400,
        new("This is not a proxy that can be used.", "این پراکسی قابل استفاده نیست."),
        new("Enter it as http://name:password@server:port or socks5://server:port.",
            "آن را به شکل ‎http://name:password@server:port‎ یا ‎socks5://server:port‎ وارد کنید."));

    public static readonly Problem AccountTaken = new(
        "dialog:account-taken", 409,
        new("This account is already connected to a bot.", "این حساب پیش‌تر به رباتی وصل شده است."),
        new("Disconnect it there first, or make a new account at @BotFather.", "اول آنجا قطعش کنید، یا در @BotFather حساب تازه‌ای بسازید."));

    public static readonly Problem OneOfEach = new(
        "dialog:one-of-each", 409,
        new("This bot has an account of this messenger already.", "این ربات پیش‌تر حسابی در این پیام‌رسان دارد."),
        new("Disconnect that one first.", "اول آن را قطع کنید."));

    public static readonly Problem UnknownReceiving = new(
        "dialog:unknown-receiving", 400,
        new("Receiving must be polling or webhook.", "شیوهٔ دریافت باید polling یا webhook باشد."),
        new("Choose one of the two.", "یکی از این دو را انتخاب کنید."));

    public static readonly Problem NoPublicAddress = new(
        "dialog:no-public-address", 409,
        new("Messengers deliver to a public https address only, and this server has none.",
            "پیام‌رسان‌ها فقط به نشانی عمومیِ https تحویل می‌دهند و این سرور چنین نشانی‌ای ندارد."),
        new("Set DIALOG_PUBLIC_ADDRESS, or open the console by https on port 443, 80, 88 or 8443.",
            "DIALOG_PUBLIC_ADDRESS را تنظیم کنید، یا کنسول را با https روی درگاه ۴۴۳، ۸۰، ۸۸ یا ۸۴۴۳ باز کنید."));

    public static readonly Problem NothingFailed = new(
        "dialog:nothing-failed", 409,
        new("This message has not failed.", "ارسال این پیام ناموفق نبوده است."),
        new("It has arrived, or is on its way.", "رسیده است، یا در راه است."));

    public static readonly Phrase BaseAddress = new("The API address", "نشانی API");
    public static readonly Phrase FileAddress = new("The file address", "نشانی فایل‌ها");
    public static readonly Phrase Proxy = new("The proxy", "پراکسی");
}
