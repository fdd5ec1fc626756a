namespace Dialog.AspNetCore;

/// <summary>How much of each thing a person may enter. Each limit is answered in words when it is passed.</summary>
public static class Limits
{
    /// <summary>Characters of a visitor's or an agent's message; as many as messengers carry in one.</summary>
    public const int MessageLength = 4_096;

    /// <summary>Messages a visitor may send at once before <see cref="VisitorMessagesPerSecond"/> counts.</summary>
    public const int VisitorBurst = 20;

    /// <summary>Messages a visitor may go on sending each second.</summary>
    public const int VisitorMessagesPerSecond = 1;

    /// <summary>Messages and new visitors a bot takes at once before <see cref="BotMessagesPerSecond"/> counts.</summary>
    public const int BotBurst = 1_000;

    /// <summary>Messages and new visitors a bot goes on taking each second, from all its visitors together.</summary>
    public const int BotMessagesPerSecond = 200;

    /// <summary>How long one typing sign lets a message wait for its continuation.</summary>
    public static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(4);

    /// <summary>How long a message waits for its continuation at the most, however long the visitor types.</summary>
    public static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(20);

    /// <summary>Characters of a name: a bot's, a person's, an intent's title.</summary>
    public const int NameLength = 120;

    /// <summary>Characters of a greeting.</summary>
    public const int GreetingLength = 500;

    /// <summary>Characters of an e-mail address.</summary>
    public const int EmailLength = 254;

    /// <summary>The fewest characters of a password.</summary>
    public const int PasswordLength = 10;

    /// <summary>The most characters of a password.</summary>
    public const int LongestPassword = 200;

    /// <summary>Wrong passwords in a row before an account is locked.</summary>
    public const int WrongPasswords = 10;

    /// <summary>Days an invitation's link works.</summary>
    public const int InvitationDays = 7;

    /// <summary>Bytes of an ordinary request's body.</summary>
    public const int RequestBytes = 512 * 1024;

    /// <summary>Characters of a client's own id of a message, of <c>A–Z a–z 0–9 _ -</c>.</summary>
    public const int ClientIdLength = 64;

    /// <summary>How long a message to a messenger is tried again before it is given up and its writer told so.</summary>
    public static readonly TimeSpan DeliveryPatience = TimeSpan.FromHours(6);

    /// <summary>How long a message to a messenger may take before its writer is told that it is on its way.</summary>
    public static readonly TimeSpan DeliveryDelay = TimeSpan.FromSeconds(10);

    /// <summary>How long an update's id is remembered, so that a repeat is known as one.</summary>
    public static readonly TimeSpan UpdateMemory = TimeSpan.FromDays(8);

    /// <summary>Chats of one messenger's account that are worked on at the same time, each way.</summary>
    public const int ChatsAtOnce = 64;

    /// <summary>Characters of a messenger's address or proxy.</summary>
    public const int AddressLength = 500;

    /// <summary>Bytes of an account's picture that is kept.</summary>
    public const int PictureBytes = 256 * 1024;

    /// <summary>Events in one page of a conversation.</summary>
    public const int EventsPage = 200;

    /// <summary>Questions in one digest.</summary>
    public const int DigestQuestions = 10;

    /// <summary>Intents offered for a question of a digest.</summary>
    public const int DigestIntents = 4;

    /// <summary>The longest time one digest tells of, when its owner could not be reached for long.</summary>
    public static readonly TimeSpan LongestDigest = TimeSpan.FromDays(7);

    /// <summary>How long a link that subscribes to the digest works.</summary>
    public static readonly TimeSpan DigestLink = TimeSpan.FromHours(24);

    /// <summary>How long an owner's next message counts as the answer that was asked for.</summary>
    public static readonly TimeSpan DigestAnswer = TimeSpan.FromHours(1);

    /// <summary>How long a question of a digest can be taught, and stays put aside, after it was last asked.</summary>
    public static readonly TimeSpan DigestQuestionLasts = TimeSpan.FromDays(90);

    /// <summary>Conversations the desk lists at once.</summary>
    public const int DeskConversations = 200;

    /// <summary>Bytes of a file in a conversation: what messengers give out, so that it can go either way.</summary>
    public const int AttachmentBytes = 20 * 1024 * 1024;

    /// <summary>How long an uploaded file waits for its message before it is deleted.</summary>
    public static readonly TimeSpan UnusedUpload = TimeSpan.FromDays(1);

    /// <summary>How long a link that carries a conversation into a messenger works.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromDays(1);

    /// <summary>Visitors' last messages from which a bot's share of messages without an answer is estimated.</summary>
    public const int ShareMessages = 500;

    /// <summary>Messages below which that share is not estimated but assumed.</summary>
    public const int FewestShareMessages = 50;

    /// <summary>
    /// How long a start waits for the training of bots that could not answer otherwise, as after an update that changed the
    /// models' format. The others follow while the server runs; what their visitors write meanwhile is handed off.
    /// </summary>
    public static readonly TimeSpan CatchUp = TimeSpan.FromSeconds(30);

    /// <summary>Visitors' feedback that is shown at once, the newest of it.</summary>
    public const int Feedback = 500;
}
