using Dialog.AspNetCore.Languages;

namespace Dialog.AspNetCore.Conversations;

/// <summary>What a bot says of its own accord, in its language.</summary>
internal sealed class BotWords
{
    private static readonly Phrase GreetingPhrase = new(
        "Hello! How can I help you?",
        "سلام! چطور می‌توانم کمکتان کنم؟");

    private static readonly Phrase WantsPerson = new(
        "I would like to talk to a person.",
        "می‌خواهم با یک نفر صحبت کنم.");

    private static readonly Phrase WhichPhrase = new(
        "Which of these do you mean?",
        "منظورتان کدام‌یک از این‌هاست؟");

    private static readonly Phrase MeansNone = new(
        "None of these",
        "هیچ‌کدام");

    private static readonly Phrase Rejects = new(
        "That is not what I asked",
        "این جوابِ سؤالم نبود");

    private static readonly Phrase RejectedFirst = new(
        "Sorry about that. I have passed your question to a colleague, who will answer right here.",
        "ببخشید که جوابم به کارتان نیامد. سؤالتان را به همکارم سپردم؛ همین‌جا پاسختان را می‌دهد.");

    private static readonly Phrase RejectedQueued = new(
        "Sorry about that. I have passed your question to a colleague. You are number {0} in the queue; the answer comes right here.",
        "ببخشید که جوابم به کارتان نیامد. سؤالتان را به همکارم سپردم. شما نفر {0} در نوبت هستید؛ پاسخ همین‌جا می‌رسد.");

    private static readonly Phrase RejectedNobody = new(
        "Sorry about that. Nobody is at the desk right now, but your question is kept and a colleague will answer right here.",
        "ببخشید که جوابم به کارتان نیامد. الان کسی پشت میز نیست، ولی سؤالتان محفوظ است و همکارم همین‌جا پاسخ می‌دهد.");

    private static readonly Phrase UnsureFirst = new(
        "I am not sure about this, so I have passed it to a colleague. They will answer right here.",
        "در این مورد مطمئن نیستم و آن را به همکارم سپردم. همین‌جا پاسختان را می‌دهد.");

    private static readonly Phrase UnsureQueued = new(
        "I am not sure about this, so I have passed it to a colleague. You are number {0} in the queue; the answer comes right here.",
        "در این مورد مطمئن نیستم و آن را به همکارم سپردم. شما نفر {0} در نوبت هستید؛ پاسخ همین‌جا می‌رسد.");

    private static readonly Phrase UnsureNobody = new(
        "I am not sure about this, and nobody is at the desk right now. Your message is kept, and a colleague will answer right here.",
        "در این مورد مطمئن نیستم و الان کسی پشت میز نیست. پیامتان محفوظ است و همکارم همین‌جا پاسخ می‌دهد.");

    private static readonly Phrase AskedFirst = new(
        "Of course. A colleague will be with you in a moment, right here.",
        "حتماً. همکارم تا لحظاتی دیگر همین‌جا پاسختان را می‌دهد.");

    private static readonly Phrase AskedQueued = new(
        "Of course. You are number {0} in the queue; a colleague will answer right here.",
        "حتماً. شما نفر {0} در نوبت هستید؛ همکارم همین‌جا پاسخ می‌دهد.");

    private static readonly Phrase AskedNobody = new(
        "Of course. Nobody is at the desk right now, but your message is kept and a colleague will answer right here.",
        "حتماً. الان کسی پشت میز نیست، ولی پیامتان محفوظ است و همکارم همین‌جا پاسخ می‌دهد.");

    private static readonly Phrase StillWaiting = new(
        "A colleague has been told and will answer right here.",
        "به همکارم خبر داده‌ام؛ همین‌جا پاسخ می‌دهد.");

    private static readonly Phrase TextOnly = new(
        "I can only read words. Please write it to me, or send /person to talk to a colleague.",
        "من فقط نوشته را می‌فهمم. لطفاً برایم بنویسید، یا برای صحبت با همکارم ‎/person را بفرستید.");

    private static readonly Phrase TooLarge = new(
        "This file is too large for me; I can take {0} MB at most. Please send a smaller one, or a link to it.",
        "این فایل برای من بزرگ است؛ حداکثر {0} مگابایت را می‌توانم بگیرم. لطفاً کوچک‌ترش را بفرستید یا پیوندش را.");

    private readonly string _language;

    private BotWords(string language) => _language = language;

    public static BotWords In(string language) => new(language);

    public string Greeting => GreetingPhrase.In(_language);

    /// <summary>What the visitor says by pressing the button for a person.</summary>
    public string IWantAPerson => WantsPerson.In(_language);

    /// <summary>Asks which of the choices below it was meant.</summary>
    public string WhichDoYouMean => WhichPhrase.In(_language);

    /// <summary>What the visitor says by choosing nothing of what was offered.</summary>
    public string NoneOfThese => MeansNone.In(_language);

    /// <summary>What the visitor says by refusing an answer.</summary>
    public string NotMyAnswer => Rejects.In(_language);

    /// <summary>To who sends a file that is too large.</summary>
    public string CannotCarry => TooLarge.In(_language, Limits.AttachmentBytes / (1024 * 1024));

    /// <summary>To who sends a sticker and the like.</summary>
    public string CannotRead => TextOnly.In(_language);

    /// <summary>To who asks for a person while already waiting for one.</summary>
    public string Patience => StillWaiting.In(_language);

    /// <summary>Tells honestly what becomes of a message that goes to a person.</summary>
    /// <param name="why">Why it goes there.</param>
    /// <param name="someoneHere">Whether an agent is at the desk.</param>
    /// <param name="position">The visitor's place in the queue, from 1.</param>
    public string PassedOn(HandoffReason why, bool someoneHere, int position)
    {
        var (first, queued, nobody) = why switch
        {
            HandoffReason.Asked => (AskedFirst, AskedQueued, AskedNobody),
            HandoffReason.Rejected => (RejectedFirst, RejectedQueued, RejectedNobody),
            _ => (UnsureFirst, UnsureQueued, UnsureNobody),
        };
        return !someoneHere ? nobody.In(_language)
            : position == 1 ? first.In(_language)
            : queued.In(_language, position);
    }
}

/// <summary>Why a conversation goes to a person.</summary>
internal enum HandoffReason
{
    /// <summary>The bot does not know what is meant.</summary>
    Unsure,

    /// <summary>The visitor asked for a person.</summary>
    Asked,

    /// <summary>The visitor said that the bot's answer was not what was asked for.</summary>
    Rejected,
}
