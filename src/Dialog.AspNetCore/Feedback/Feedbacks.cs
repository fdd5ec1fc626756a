using Dialog.AspNetCore.Knowledge;
using Dialog.AspNetCore.Knowledge.Import;
using Dialog.AspNetCore.Problems;
using Dialog.Storage.Feedback;

namespace Dialog.AspNetCore.Feedback;

/// <summary>
/// What visitors told about the bot, and what owners make of it. The same words about the same intent are one item,
/// however many visitors said them.
/// </summary>
internal sealed class Feedbacks(FeedbackStore store, KnowledgeEditor intents, NegativeEditor negatives)
{
    /// <summary>What nobody has dealt with, newest first.</summary>
    public async Task<IReadOnlyList<FeedbackItem>> OpenAsync(string botId, CancellationToken cancellation)
    {
        var open = await store.OpenAsync(botId, Limits.Feedback, cancellation);
        return [.. open.GroupBy(given => (given.Kind, given.IntentId, ExampleKey.Of(given.Text))).Select(same => new FeedbackItem([.. same]))];
    }

    /// <summary>The words are not for the bot.</summary>
    public Task<Refusal?> ConfirmNegativeAsync(string botId, string id, CancellationToken cancellation) =>
        SettleAsync(botId, id, FeedbackEnds.Negative, item => negatives.AddAsync(botId, [item.Newest.Text], cancellation), cancellation);

    /// <summary>The words belong to an intent.</summary>
    public Task<Refusal?> TeachAsync(string botId, string id, string intentId, CancellationToken cancellation) =>
        SettleAsync(botId, id, FeedbackEnds.Example, async item => (await intents.AddExampleAsync(botId, intentId, item.Newest.Text, cancellation)).Refusal, cancellation);

    /// <summary>Nothing is to be learnt from it.</summary>
    public Task<Refusal?> DismissAsync(string botId, string id, CancellationToken cancellation) =>
        SettleAsync(botId, id, FeedbackEnds.Dismissed, _ => Task.FromResult<Refusal?>(null), cancellation);

    // Taught first and settled then: cut off in between, the item is still there, and teaching it again changes nothing.
    private async Task<Refusal?> SettleAsync(
        string botId, string id, string end, Func<FeedbackItem, Task<Refusal?>> teach, CancellationToken cancellation)
    {
        var items = await OpenAsync(botId, cancellation);
        if (items.FirstOrDefault(open => open.Newest.Id == id) is not { } item)
            return CommonProblems.NotFound.Refuse();
        if (await teach(item) is { } refusal)
            return refusal;

        // What the words mean is now known; other feedback on them has nothing more to say.
        var settled = end == FeedbackEnds.Dismissed ? [item] : items.Where(other => other.Key == item.Key);
        await store.SettleAsync(botId, [.. settled.SelectMany(one => one.Given).Select(given => given.Id)], end, cancellation);
        return null;
    }
}

/// <summary>The same words about the same intent.</summary>
/// <param name="Given">Each time it was said, newest first.</param>
internal sealed record FeedbackItem(IReadOnlyList<OpenFeedback> Given)
{
    public OpenFeedback Newest => Given[0];

    public string Key => ExampleKey.Of(Newest.Text);
}
