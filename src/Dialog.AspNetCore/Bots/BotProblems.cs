using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Bots;

/// <summary>What can go wrong with a bot's settings and team.</summary>
internal static class BotProblems
{
    public static readonly Problem UnknownBot = new(
        "dialog:unknown-bot", 404,
        new("There is no bot with this key.", "رباتی با این کلید نیست."),
        new("Copy the snippet again from the console, under Install.", "تکه‌کد را دوباره از کنسول، بخش نصب، کپی کنید."));

    public static readonly Problem WrongShareOutOfRange = new(
        "dialog:wrong-share", 400,
        new("The share of wrong answers must lie between 1 and 30 per cent.", "سهم جواب‌های اشتباه باید بین ۱ تا ۳۰ درصد باشد."),
        new("Send a number from 0.01 to 0.3.", "عددی از ۰٫۰۱ تا ۰٫۳ بفرستید."));

    public static readonly Problem UnknownRole = new(
        "dialog:unknown-role", 400,
        new("The role must be owner or agent.", "نقش باید owner یا agent باشد."),
        new("Choose one of the two.", "یکی از این دو را انتخاب کنید."));

    public static readonly Problem LastOwner = new(
        "dialog:last-owner", 409,
        new("This is the only owner of the bot.", "این تنها مدیر ربات است."),
        new("Invite another owner first.", "اول یک مدیر دیگر دعوت کنید."));

    public static readonly Phrase Name = new("The bot's name", "نام ربات");
    public static readonly Phrase Greeting = new("The greeting", "خوشامد");
}
