using System.Collections.Frozen;
using Dialog.AspNetCore.Problems;
using Dialog.Storage.Channels;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>What can go wrong between Dialog and a messenger, whether in connecting, in receiving or in sending.</summary>
internal static class MessengerProblems
{
    public static readonly Problem TokenRefused = new(
        "dialog:token-refused", 400,
        new("The messenger does not accept this token.", "پیام‌رسان این توکن را نمی‌پذیرد."),
        new("Copy it again from @BotFather, or get a new one there and enter it here.",
            "آن را دوباره از @BotFather کپی کنید، یا همان‌جا توکن تازه‌ای بگیرید و اینجا وارد کنید."));

    public static readonly Problem NotReachable = new(
        "dialog:messenger-unreachable", 502,
        new("The messenger cannot be reached from this server.", "پیام‌رسان از این سرور در دسترس نیست."),
        new("Check the server's network. Where the messenger is filtered, enter another API address or a proxy.",
            "شبکهٔ سرور را بررسی کنید. اگر پیام‌رسان فیلتر است، نشانی API دیگر یا پراکسی وارد کنید."));

    public static readonly Problem NotBotApi = new(
        "dialog:not-a-messenger", 502,
        new("What answers there is not a messenger.", "آنچه از آن نشانی جواب می‌دهد پیام‌رسان نیست."),
        new("It may be a filter's page or a wrong address. Check the API address, or enter a proxy.",
            "شاید صفحهٔ فیلتر یا نشانی اشتباه باشد. نشانی API را بررسی کنید یا پراکسی وارد کنید."));

    public static readonly Problem InTrouble = new(
        "dialog:messenger-in-trouble", 502,
        new("The messenger is in trouble itself.", "خود پیام‌رسان دچار مشکل است."),
        new("Nothing needs doing: it is tried again until it works.", "لازم نیست کاری کنید: آن‌قدر امتحان می‌شود تا درست شود."));

    public static readonly Problem SlowDown = new(
        "dialog:messenger-slow-down", 503,
        new("The messenger asked us to slow down.", "پیام‌رسان خواسته است آهسته‌تر بفرستیم."),
        new("Nothing needs doing: it goes on after the pause.", "لازم نیست کاری کنید: پس از مکث ادامه می‌یابد."));

    public static readonly Problem Elsewhere = new(
        "dialog:received-elsewhere", 409,
        new("Another program receives this account's messages.", "برنامهٔ دیگری پیام‌های این حساب را دریافت می‌کند."),
        new("Stop the other one, or renew the token at @BotFather and enter it here.",
            "آن برنامه را متوقف کنید، یا در @BotFather توکن را تازه کنید و اینجا وارد کنید."));

    public static readonly Problem CannotSave = new(
        "dialog:cannot-save", 503,
        new("Messages arrive, but the server cannot save them right now.", "پیام‌ها می‌رسند، ولی سرور اکنون نمی‌تواند ذخیره‌شان کند."),
        new("Nothing is lost: they come again once saving works.", "چیزی گم نمی‌شود: وقتی ذخیره ممکن شود دوباره می‌آیند."));

    public static readonly Problem HookFails = new(
        "dialog:webhook-fails", 502,
        new("The messenger cannot deliver to this server.", "پیام‌رسان نمی‌تواند پیام‌ها را به این سرور برساند."),
        new("Check that the public address is reachable from outside by https, or let Dialog ask the messenger instead.",
            "بررسی کنید که نشانی عمومی با https از بیرون در دسترس باشد، یا بگذارید دیالوگ خودش از پیام‌رسان بپرسد."));

    public static readonly Problem Unreadable = new(
        "dialog:token-unreadable", 409,
        new("The kept token can no longer be read.", "توکن ذخیره‌شده دیگر خوانا نیست."),
        new("Enter the token again.", "توکن را دوباره وارد کنید."));

    public static readonly Problem PrivateAddress = new(
        "dialog:messenger-private-address", 400,
        new("This address lies inside the server's own network.", "این نشانی در شبکهٔ داخلی خود سرور است."),
        new("Name an address of the internet. If the Bot API server or proxy stands beside Dialog, whoever hosts it can allow this with DIALOG_PRIVATE_ADDRESSES=on.",
            "یک نشانی اینترنتی بنویسید. اگر سرور API یا پراکسی کنار دیالوگ است، مسئول سرور با DIALOG_PRIVATE_ADDRESSES=on اجازه‌اش را می‌دهد."));

    public static readonly Problem Refused = new(
        "dialog:messenger-refused", 409,
        new("The messenger refused this.", "پیام‌رسان این را نپذیرفت."),
        new("Change the message and send it anew.", "پیام را تغییر دهید و از نو بفرستید."));

    public static readonly Problem TooLarge = new(
        "dialog:messenger-too-large", 413,
        new("The file is larger than the messenger carries.", "فایل بزرگ‌تر از آن است که پیام‌رسان ببرد."),
        new("Make it smaller, or send a link to it.", "کوچک‌ترش کنید، یا پیوندش را بفرستید."));

    public static readonly Problem Blocked = new(
        "dialog:person-blocked", 409,
        new("The person has blocked the bot.", "مخاطب ربات را مسدود کرده است."),
        new("Nothing arrives until they write again; reach them another way if it is urgent.",
            "تا خودش دوباره ننویسد چیزی به او نمی‌رسد؛ اگر فوری است از راه دیگری خبرش کنید."));

    public static readonly Problem Deactivated = new(
        "dialog:person-deactivated", 409,
        new("The person's account is gone.", "حساب مخاطب دیگر وجود ندارد."),
        new("Reach them another way.", "از راه دیگری با او تماس بگیرید."));

    public static readonly Problem Gone = new(
        "dialog:person-gone", 409,
        new("The messenger does not find this person's chat.", "پیام‌رسان گفت‌وگوی این مخاطب را پیدا نمی‌کند."),
        new("It works again once they write to the bot.", "همین که به ربات پیام بدهد دوباره درست می‌شود."));

    public static readonly Problem Slow = new(
        "dialog:delivery-slow", 503,
        new("The messenger has not taken it yet.", "پیام‌رسان هنوز آن را نگرفته است."),
        new("Nothing needs doing: it is being sent.", "لازم نیست کاری کنید: در حال فرستادن است."));

    public static readonly Problem TooLate = new(
        "dialog:delivery-given-up", 504,
        new("The messenger could not be reached for too long.", "پیام‌رسان مدت زیادی در دسترس نبود."),
        new("Send it again once the messenger can be reached.", "وقتی پیام‌رسان در دسترس شد دوباره بفرستید."));

    private static readonly FrozenDictionary<string, Problem> ByType = new[]
    {
        TokenRefused, NotReachable, NotBotApi, InTrouble, SlowDown, Elsewhere, CannotSave, HookFails, Unreadable,
        Refused, PrivateAddress, TooLarge, Blocked, Deactivated, Gone, Slow, TooLate,
    }.ToFrozenDictionary(problem => problem.Type);

    /// <summary>The problem of a name that was kept.</summary>
    public static Problem? Named(string? type) => type is null ? null : ByType.GetValueOrDefault(type);

    public static Problem Of(BotProblem problem) => problem switch
    {
        BotProblem.Unauthorized => TokenRefused,
        BotProblem.Conflict => Elsewhere,
        BotProblem.TooMany => SlowDown,
        BotProblem.Network or BotProblem.Resting => NotReachable,
        BotProblem.PrivateAddress => PrivateAddress,
        BotProblem.NotBotApi => NotBotApi,
        BotProblem.ServerFailure => InTrouble,
        BotProblem.NotTaken => CannotSave,
        BotProblem.TooLarge => TooLarge,
        BotProblem.Unreachable { Reason: var reason } => Of(ReasonOf(reason)),
        _ => Refused,
    };

    /// <summary>Why a chat can't be written to, as it is kept.</summary>
    public static string ReasonOf(UnreachableReason reason) => reason switch
    {
        UnreachableReason.Blocked => Unreachable.Blocked,
        UnreachableReason.Deactivated => Unreachable.Deactivated,
        _ => Unreachable.Gone,
    };

    private static Problem Of(string unreachable) => unreachable switch
    {
        Unreachable.Blocked => Blocked,
        Unreachable.Deactivated => Deactivated,
        _ => Gone,
    };
}
