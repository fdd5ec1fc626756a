using Dialog.Storage.Conversations;

namespace Dialog.AspNetCore.Realtime;

/// <summary>The first call of a visitor's connection.</summary>
/// <param name="Bot">The bot's public key.</param>
/// <param name="Token">What an earlier Hello gave, to go on with that conversation.</param>
/// <param name="After">The highest sequence number the client has; 0 for all.</param>
/// <param name="Language">The language problems are told in, <c>fa</c> or <c>en</c>; the bot's when left out.</param>
public sealed record HelloRequest(string? Bot, string? Token = null, long After = 0, string? Language = null);

/// <summary>Where the conversation stands.</summary>
/// <param name="Token">Keep it: it is the key to this conversation.</param>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Bot">What to show of the bot.</param>
/// <param name="State"><c>bot</c>, <c>waiting</c>, <c>agent</c> or <c>closed</c>.</param>
/// <param name="Agent">Who has the conversation.</param>
/// <param name="Last">The highest sequence number there is.</param>
/// <param name="Events">What happened after the client's number, oldest first.</param>
/// <param name="More">Whether there is more to ask for with After.</param>
public sealed record HelloReply(
    string Token, string Conversation, ChatBot Bot, string State, ChatAgent? Agent, long Last,
    IReadOnlyList<VisitorEvent> Events, bool More);

/// <summary>What a visitor sees of a bot.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Language">Its language.</param>
/// <param name="Greeting">What it greets with.</param>
/// <param name="Channels">The messengers a conversation can go on in.</param>
public sealed record ChatBot(string Name, string Language, string Greeting, IReadOnlyList<ChatChannel> Channels);

/// <summary>A messenger a conversation can go on in.</summary>
/// <param name="Id">What Link takes.</param>
/// <param name="Provider"><c>telegram</c> or <c>bale</c>.</param>
public sealed record ChatChannel(string Id, string Provider);

/// <summary>Asks for a link into a messenger.</summary>
public sealed record LinkRequest(string? Channel);

/// <summary>A link that carries the conversation into a messenger, once and within a day.</summary>
public sealed record MessengerLink(Uri Url);

/// <summary>What a visitor sees of an agent.</summary>
public sealed record ChatAgent(string Name);

/// <summary>A visitor's message with the id the client made for it.</summary>
public sealed record SendRequest(string? Id, string? Text);

/// <summary>A wish for a person, with the id the client made for it.</summary>
public sealed record PersonWish(string? Id);

/// <summary>A choice with the id the client made for the press.</summary>
/// <param name="Id">The client's id.</param>
/// <param name="Sequence">The bot's message that offered it.</param>
/// <param name="Choice">The chosen one's id; null for none of these.</param>
public sealed record ChoiceRequest(string? Id, long Sequence, string? Choice = null);

/// <summary>"Not my answer", with the id the client made for the press.</summary>
/// <param name="Id">The client's id.</param>
/// <param name="Sequence">The bot's answer.</param>
public sealed record RejectionRequest(string? Id, long Sequence);

/// <summary>
/// A durable message's place in the conversation. What changed nothing, such as a second press on a choice, has none:
/// then it is the end of the conversation as it stands.
/// </summary>
public sealed record Sent(long Sequence, DateTimeOffset At)
{
    internal static Sent Of(Appended appended) =>
        appended.Events.Count > 0
            ? new Sent(appended.Events[0].Sequence, appended.Events[0].At.Value)
            : new Sent(appended.Conversation.Last, appended.Conversation.UpdatedAt.Value);
}

/// <summary>Asks for what happened after a sequence number.</summary>
public sealed record AfterRequest(long After);

/// <summary>A page of a conversation.</summary>
public sealed record EventsPage<T>(IReadOnlyList<T> Events, long Last, bool More);

/// <summary>Somebody types.</summary>
public sealed record TypingSign(string Who, string? Name);
