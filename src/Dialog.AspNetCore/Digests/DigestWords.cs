using Dialog.AspNetCore.Languages;

namespace Dialog.AspNetCore.Digests;

/// <summary>What owners are told in their digest and while they teach from it.</summary>
internal static class DigestWords
{
    public static readonly Phrase Day = new("{0}: {1}", "گزارش {0}: {1}");
    public static readonly Phrase Days = new("{0} to {1}: {2}", "گزارش {0} تا {1}: {2}");

    public static readonly Phrase Quiet = new("Nobody wrote.", "کسی چیزی ننوشت.");
    public static readonly Phrase Amount = new("Conversations: {0}, messages: {1}.", "{0} گفت‌وگو، {1} پیام.");
    public static readonly Phrase AllByItself = new("The bot handled all of them by itself.", "ربات همه را خودش به جواب رساند.");
    public static readonly Phrase Share = new(
        "The bot handled {0}% of them by itself; passed on to a person: {1}.",
        "ربات {0}٪ گفت‌وگوها را خودش به جواب رساند و {1} تا را به همکاران سپرد.");

    public static readonly Phrase KnewAll = new("It knew every question.", "سؤالی نبود که بلد نباشد.");
    public static readonly Phrase DidNotKnow = new("What it did not know:", "این‌ها را بلد نبود:");
    public static readonly Phrase Question = new("{0}. “{1}”", "{0}. «{1}»");
    public static readonly Phrase QuestionOften = new("{0}. “{1}” ({2} times)", "{0}. «{1}» ({2} بار)");
    public static readonly Phrase PressToTeach = new("Press a question to teach its answer.", "روی هر سؤال بزنید تا جوابش را یادش بدهید.");
    public static readonly Phrase Label = new("{0}. {1}", "{0}. {1}");

    public static readonly Phrase WhichAnswer = new(
        "What should it answer to “{0}”?\n\nPick one of the answers it has, or write a new one.",
        "در جواب «{0}» چه بگوید؟\n\nیکی از جواب‌هایی را که دارد انتخاب کنید، یا جواب تازه‌ای بنویسید.");
    public static readonly Phrase NoAnswersYet = new(
        "What should it answer to “{0}”?",
        "در جواب «{0}» چه بگوید؟");
    public static readonly Phrase WriteAnswer = new("Write the answer now", "همین حالا جواب می‌دهم");
    public static readonly Phrase PutAside = new("Not needed", "لازم نیست");
    public static readonly Phrase NeverMind = new("Never mind", "منصرف شدم");

    public static readonly Phrase YourTurn = new(
        "Write the answer in one message: what you send next becomes the answer to “{0}”.",
        "جواب را در یک پیام بنویسید: پیام بعدی‌تان جوابِ «{0}» می‌شود.");
    public static readonly Phrase LearntExample = new(
        "Learnt: “{0}” is answered like “{1}” from now on.",
        "یاد گرفت: از این پس «{0}» را هم مثل «{1}» جواب می‌دهد.");
    public static readonly Phrase LearntAnswer = new(
        "Learnt. To “{0}” it answers from now on:\n\n{1}",
        "یاد گرفت. از این پس در جواب «{0}» می‌گوید:\n\n{1}");
    public static readonly Phrase IsPutAside = new(
        "All right, “{0}” will not come up again.",
        "باشد، «{0}» دیگر در گزارش نمی‌آید.");
    public static readonly Phrase NothingChanged = new("All right, nothing was changed.", "باشد، چیزی تغییر نکرد.");
    public static readonly Phrase IsSettled = new("This question has been dealt with.", "کار این سؤال پیش‌تر تمام شده است.");
    public static readonly Phrase NoLongerWorks = new("This button no longer works.", "این دکمه دیگر کار نمی‌کند.");
    public static readonly Phrase WordsOnly = new("An answer is a text; please write it.", "جواب باید متن باشد؛ لطفاً آن را بنویسید.");

    public static readonly Phrase Subscribed = new(
        "You will get the daily report of “{0}” here from now on, at {1}:00.",
        "از این پس گزارش روزانهٔ «{0}» ساعت {1} همین‌جا به دستتان می‌رسد.");
    public static readonly Phrase SubscribedOff = new(
        "You will get the daily report of “{0}” here once it is turned on, on the Messengers page of the console.",
        "گزارش روزانهٔ «{0}» همین‌جا به دستتان می‌رسد، همین که در صفحهٔ «پیام‌رسان‌ها»ی کنسول روشنش کنید.");
    public static readonly Phrase LinkIsUsed = new(
        "This link has been used or is too old. The Messengers page of the console makes a new one.",
        "این پیوند یا مصرف شده یا کهنه است. از صفحهٔ «پیام‌رسان‌ها»ی کنسول پیوند تازه بگیرید.");
    public static readonly Phrase OwnersOnly = new(
        "The daily report is for the bot's owners only.",
        "گزارش روزانه فقط برای مدیران ربات است.");
}
