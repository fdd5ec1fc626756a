using Dialog.AspNetCore.Training;

namespace Dialog.AspNetCore.Realtime;

/// <summary>The first call of a desk's connection: which bot's desk.</summary>
public sealed record JoinRequest(string? Bot);

/// <summary>The desk as it is now; pushes keep it so.</summary>
public sealed record DeskView(IReadOnlyList<DeskItem> Conversations, TrainingView Training);

/// <summary>Names a conversation.</summary>
public sealed record ConversationRequest(string? Conversation);

/// <summary>Asks for what happened in a conversation after a sequence number.</summary>
public sealed record ReadRequest(string? Conversation, long After = 0);

/// <summary>A page of a conversation with its present state.</summary>
public sealed record ReadReply(DeskItem Conversation, IReadOnlyList<DeskEvent> Events, long Last, bool More);

/// <summary>An agent's answer with the id the client made for it.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Id">The same id again is the same answer.</param>
/// <param name="Text">The words; may be left out when there is a file.</param>
/// <param name="File">A file uploaded to the conversation.</param>
public sealed record AnswerRequest(string? Conversation, string? Id, string? Text, string? File = null);

/// <summary>Names a message that could not be sent to a messenger.</summary>
public sealed record ResendRequest(string? Conversation, long Sequence);

/// <summary>New events of a conversation, pushed.</summary>
public sealed record DeskEvents(string Conversation, IReadOnlyList<DeskEvent> Events);
