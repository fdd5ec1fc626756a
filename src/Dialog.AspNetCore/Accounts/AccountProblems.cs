using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Accounts;

/// <summary>What can go wrong at the door.</summary>
internal static class AccountProblems
{
    public static readonly Problem WrongPassword = new(
        "dialog:wrong-password", 400,
        new("The address or the password is wrong.", "نشانی یا گذرواژه درست نیست."),
        new("Check both and try again. Capital and small letters differ.", "هر دو را بررسی و دوباره امتحان کنید. حروف کوچک و بزرگ فرق دارند."));

    public static readonly Problem Locked = new(
        "dialog:locked", 429,
        new("Too many wrong passwords.", "چند بار پیاپی گذرواژهٔ نادرست وارد شد."),
        new("For safety this account is locked. Try again in {0} minutes.", "برای امنیت، این حساب قفل شده است. {0} دقیقهٔ دیگر امتحان کنید."));

    public static readonly Problem BadEmail = new(
        "dialog:bad-email", 400,
        new("This is not an e-mail address.", "این نشانیِ ایمیل نیست."),
        new("Write it like name@example.com.", "آن را مانند name@example.com بنویسید."));

    public static readonly Problem EmailTaken = new(
        "dialog:email-taken", 409,
        new("There is an account with this address already.", "با این نشانی پیش‌تر حسابی ساخته شده است."),
        new("Sign in instead, or use another address.", "وارد همان حساب شوید یا نشانی دیگری بنویسید."));

    public static readonly Problem ShortPassword = new(
        "dialog:short-password", 400,
        new("The password is too short.", "گذرواژه کوتاه است."),
        new("Use at least {0} characters; a short sentence is easy to remember.", "دست‌کم {0} نویسه بنویسید؛ یک جملهٔ کوتاه آسان به یاد می‌ماند."));

    public static readonly Phrase Name = new("The name", "نام");
    public static readonly Phrase Email = new("The address", "نشانی");
    public static readonly Phrase Password = new("The password", "گذرواژه");
}
