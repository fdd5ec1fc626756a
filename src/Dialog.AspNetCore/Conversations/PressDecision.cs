using Dialog.Storage.Conversations;
using Dialog.Storage.Feedback;

namespace Dialog.AspNetCore.Conversations;

/// <summary>
/// What follows from a press on a message of the bot: on a choice under "which do you mean", or on "not my answer".
/// Pure, like <see cref="Decision"/>. The first press on a message counts; any other, and one on what was never
/// offered, changes nothing.
/// </summary>
/// <param name="Bot">What the bot says and knows.</param>
/// <param name="Sequence">The bot's message.</param>
/// <param name="About">What belongs to it.</param>
internal sealed record PressDecision(Decision Bot, long Sequence, EventData About)
{
    /// <summary>A choice, or none of these when null. Not while an agent has the conversation or when it is closed.</summary>
    public IReadOnlyList<NewEvent> OnChoice(Moment moment, string? intentId, string? via)
    {
        if (moment.IsPressed || About.Choices is not { } choices
            || moment.Conversation.State is not (ConversationStates.Bot or ConversationStates.Waiting))
        {
            return [];
        }

        if (intentId is null)
        {
            var none = new EventData { Rejects = Sequence, Via = via };
            return [Pressed(Bot.Words.NoneOfThese, none, FeedbackKinds.NoneOfThese, null), .. Bot.PassOn(moment, HandoffReason.Unsure)];
        }

        if (choices.FirstOrDefault(choice => choice.Id == intentId) is not { } chosen)
            return [];
        var said = Pressed(chosen.Title, new EventData { Answers = Sequence, Chose = intentId, Via = via }, FeedbackKinds.Chosen, intentId);
        return Bot.Find(intentId) is { } intent
            ? [said, Decision.Answer(moment.Conversation.Last + 1, About.Question!, intent.Id, intent.Answer)]
            : [said, .. Bot.PassOn(moment, HandoffReason.Unsure)];
    }

    /// <summary>An answer was not what was asked for: a person should answer.</summary>
    public IReadOnlyList<NewEvent> OnRejection(Moment moment, string? via)
    {
        if (moment.IsPressed || !About.CanReject)
            return [];
        var said = Pressed(Bot.Words.NotMyAnswer, new EventData { Rejects = Sequence, Via = via }, FeedbackKinds.Rejected, About.Intent);
        return [said, .. Bot.PassOn(moment, HandoffReason.Rejected)];
    }

    private NewEvent Pressed(string text, EventData data, string feedback, string? intentId) =>
        new(EventKinds.Message, Authors.Visitor)
        {
            Text = text,
            Data = data.ToJson(),
            Feedback = new NewFeedback(Sequence, feedback, About.Question!, intentId),
        };
}
