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

    private readonly string _language;

    private BotWords(string language) => _language = language;

    public static BotWords In(string language) => new(language);

    public string Greeting => GreetingPhrase.In(_language);

    /// <summary>What the visitor says by pressing the button for a person.</summary>
    public string IWantAPerson => WantsPerson.In(_language);

    /// <summary>To who asks for a person while already waiting for one.</summary>
    public string Patience => StillWaiting.In(_language);

    /// <summary>Tells honestly what becomes of a message that goes to a person.</summary>
    /// <param name="asked">Whether the visitor asked for a person, or the bot was unsure.</param>
    /// <param name="someoneHere">Whether an agent is at the desk.</param>
    /// <param name="position">The visitor's place in the queue, from 1.</param>
    public string PassedOn(bool asked, bool someoneHere, int position) => (asked, someoneHere, position) switch
    {
        (true, false, _) => AskedNobody.In(_language),
        (false, false, _) => UnsureNobody.In(_language),
        (true, true, 1) => AskedFirst.In(_language),
        (false, true, 1) => UnsureFirst.In(_language),
        (true, true, _) => AskedQueued.In(_language, position),
        (false, true, _) => UnsureQueued.In(_language, position),
    };
}
