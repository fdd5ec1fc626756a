using Dialog.Storage.Bots;

namespace Dialog.AspNetCore.Conversations;

/// <summary>A visitor's act on its way in, from whatever channel.</summary>
/// <param name="Bot">The bot it is for.</param>
/// <param name="ConversationId">The visitor's conversation.</param>
/// <param name="ClientId">The sender's own id of it, for repeats.</param>
/// <param name="Act">What the visitor did.</param>
/// <param name="Via">The messenger it came by, <c>telegram</c> or <c>bale</c>; null on the web.</param>
internal sealed record IncomingMessage(Bot Bot, string ConversationId, string ClientId, VisitorAct Act, string? Via = null);
