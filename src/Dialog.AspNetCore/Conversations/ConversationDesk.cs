using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Problems;
using Dialog.Storage.Attachments;
using Dialog.Storage.Bots;
using Dialog.Storage.Conversations;

namespace Dialog.AspNetCore.Conversations;

/// <summary>What agents do with a conversation. A refusal names why; null conversations are not there for this bot.</summary>
internal sealed class ConversationDesk(ConversationLog log, AttachmentStore attachments)
{
    /// <summary>Takes a conversation; taking one's own again changes nothing.</summary>
    public Task<DeskOutcome> TakeAsync(Member agent, string conversationId, CancellationToken cancellation) =>
        AppendAsync(agent, conversationId, null, DeskProblems.AlreadyTaken, conversation =>
            IsFree(conversation) ? [By(agent, EventKinds.Taken)]
            : IsHers(conversation, agent) ? []
            : null,
            cancellation);

    /// <summary>Answers in a conversation one has taken; the same client id again is the same answer.</summary>
    /// <param name="agent">Who answers.</param>
    /// <param name="conversationId">Where.</param>
    /// <param name="clientId">The sender's own id of the answer.</param>
    /// <param name="text">The words; may be empty when there is a file.</param>
    /// <param name="fileId">An uploaded file of this conversation; null for none.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public async Task<DeskOutcome> AnswerAsync(
        Member agent, string conversationId, string clientId, string text, string? fileId, CancellationToken cancellation)
    {
        var file = fileId is null ? null : await attachments.UseAsync(agent.BotId, conversationId, fileId, cancellation);
        if (fileId is not null && file is null)
            return new DeskOutcome(null, AttachmentProblems.Gone);
        var attached = file is null ? null : AttachedFile.Of(file);
        var said = By(agent, EventKinds.Message) with
        {
            Text = string.IsNullOrWhiteSpace(text) ? attached!.Name : text,
            Data = new EventData { File = attached }.ToJson(),
        };
        return await AppendAsync(agent, conversationId, $"{Authors.Agent}:{agent.UserId}:{clientId}", DeskProblems.NotTaken, conversation =>
            IsHers(conversation, agent) ? [said] : null,
            cancellation);
    }

    /// <summary>Hands a conversation one has taken back to the bot.</summary>
    public Task<DeskOutcome> ReturnAsync(Member agent, string conversationId, CancellationToken cancellation) =>
        AppendAsync(agent, conversationId, null, DeskProblems.NotTaken, conversation =>
            IsHers(conversation, agent) ? [By(agent, EventKinds.Returned)]
            : conversation.State == ConversationStates.Bot ? []
            : null,
            cancellation);

    /// <summary>Closes a conversation that nobody else has.</summary>
    public Task<DeskOutcome> CloseAsync(Member agent, string conversationId, CancellationToken cancellation) =>
        AppendAsync(agent, conversationId, null, DeskProblems.AlreadyTaken, conversation =>
            conversation.State == ConversationStates.Closed ? []
            : IsFree(conversation) || IsHers(conversation, agent) ? [By(agent, EventKinds.Closed)]
            : null,
            cancellation);

    private async Task<DeskOutcome> AppendAsync(
        Member agent, string conversationId, string? clientId, Problem refusal,
        Func<Conversation, IReadOnlyList<NewEvent>?> decide, CancellationToken cancellation)
    {
        var isRefused = false;
        var appended = await log.AppendAsync(
            agent.BotId,
            conversationId,
            clientId,
            moment =>
            {
                var events = decide(moment.Conversation);
                isRefused = events is null;
                return events ?? [];
            },
            cancellation);
        return appended is null ? new DeskOutcome(null, CommonProblems.NotFound)
            : isRefused ? new DeskOutcome(null, refusal)
            : new DeskOutcome(appended, null);
    }

    private static bool IsFree(Conversation conversation) => conversation.State != ConversationStates.Agent;

    private static bool IsHers(Conversation conversation, Member agent) =>
        conversation.State == ConversationStates.Agent && conversation.AgentId == agent.UserId;

    private static NewEvent By(Member agent, string kind) =>
        new(kind, Authors.Agent) { AuthorId = agent.UserId, AuthorName = agent.Name };
}

/// <summary>What became of an agent's action: what was appended, or why not.</summary>
internal sealed record DeskOutcome(Appended? Appended, Problem? Problem);
