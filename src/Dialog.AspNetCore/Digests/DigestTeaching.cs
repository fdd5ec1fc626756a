using Dialog.AspNetCore.Channels;
using Dialog.AspNetCore.Knowledge;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Digests;
using Dialog.Storage.Knowledge;

namespace Dialog.AspNetCore.Digests;

/// <summary>
/// An owner teaches from the digest: presses a question, picks an intent or writes the answer. Who may is asked anew at
/// every step; another's press, and a stale one, changes nothing.
/// </summary>
internal sealed class DigestTeaching(
    DigestStore digests, QuestionStore questions, KnowledgeEditor editor, LiveModels models, DigestPost post, TimeProvider clock) : IUpdateTaker
{
    /// <summary>Characters of the question in what is said about it.</summary>
    private const int QuestionLength = 300;

    public async Task<bool> TakeAsync(IncomingUpdate update, CancellationToken cancellation)
    {
        if (update.Update.CallbackQuery?.Data is { } data && data.StartsWith(DigestButtons.Prefix, StringComparison.Ordinal))
        {
            await PressAsync(update, DigestButtons.Read(data), cancellation);
            return true;
        }

        return update.Update.Message is { } message
            && await digests.FindReceiverAsync(update.Channel.Id, update.Chat, cancellation) is { QuestionId: not null } receiver
            && await AnswerAsync(update, receiver, message.Text, cancellation);
    }

    private async Task PressAsync(IncomingUpdate update, DigestPress? press, CancellationToken cancellation)
    {
        if (press is null || await digests.FindReceiverAsync(update.Channel.Id, update.Chat, cancellation) is not { } receiver)
            return;
        if (await post.OwnerAsync(receiver, cancellation) is not { Language: var language })
            await update.SayAsync(DigestWords.OwnersOnly.In(update.Bot.Language), null, cancellation);
        else if (await questions.FindAsync(update.Bot.Id, press.QuestionId, cancellation) is not { } question)
            await update.SayAsync(DigestWords.NoLongerWorks.In(language), null, cancellation);
        else if (question.IsSettled)
            await update.SayAsync(DigestWords.IsSettled.In(language), null, cancellation);
        else
            await PressAsync(new Step(update, receiver, question, language), press, cancellation);
    }

    private Task PressAsync(Step step, DigestPress press, CancellationToken cancellation) => press.Verb switch
    {
        DigestVerb.Offer => OfferAsync(step, cancellation),
        DigestVerb.Teach => TeachAsync(step, press.IntentId, cancellation),
        DigestVerb.Write => WriteAsync(step, cancellation),
        DigestVerb.PutAside => PutAsideAsync(step, cancellation),
        _ => CancelAsync(step, cancellation),
    };

    private async Task OfferAsync(Step step, CancellationToken cancellation)
    {
        var intents = await LikeliestAsync(step.Question, cancellation);
        var words = intents.Count > 0 ? DigestWords.WhichAnswer : DigestWords.NoAnswersYet;
        await step.Update.SayAsync(words.In(step.Language, step.Asked), DigestButtons.Ways(step.Question, intents, step.Language), cancellation);
    }

    private async Task TeachAsync(Step step, string intentId, CancellationToken cancellation)
    {
        var saved = await editor.AddExampleAsync(step.Question.BotId, intentId, step.Question.Text, cancellation);
        if (saved.Intent is { } intent)
            await SettleAsync(step, DigestWords.LearntExample.In(step.Language, step.Asked, intent.Title), cancellation);
        else
            await step.Update.SayAsync(Words(saved, step.Language), null, cancellation);
    }

    private async Task WriteAsync(Step step, CancellationToken cancellation)
    {
        await digests.AskAsync(step.Receiver, step.Question.Id, cancellation);
        await step.Update.ReplaceAsync(DigestWords.YourTurn.In(step.Language, step.Asked), DigestButtons.Cancel(step.Question, step.Language), cancellation);
    }

    private Task PutAsideAsync(Step step, CancellationToken cancellation) =>
        SettleAsync(step, DigestWords.IsPutAside.In(step.Language, step.Asked), cancellation);

    private async Task CancelAsync(Step step, CancellationToken cancellation)
    {
        await digests.AskAsync(step.Receiver, null, cancellation);
        await step.Update.ReplaceAsync(DigestWords.NothingChanged.In(step.Language), null, cancellation);
    }

    private async Task SettleAsync(Step step, string words, CancellationToken cancellation)
    {
        await questions.SettleAsync(step.Question, cancellation);
        if (step.Receiver.QuestionId == step.Question.Id)
            await digests.AskAsync(step.Receiver, null, cancellation);
        await step.Update.ReplaceAsync(words, null, cancellation);
    }

    // What is no answer to a question that waits goes its ordinary way: commands, and anything after the question is stale.
    private async Task<bool> AnswerAsync(IncomingUpdate update, DigestReceiver receiver, string? answer, CancellationToken cancellation)
    {
        if (answer is ['/', ..] || receiver.AskedAt is not { } asked || clock.GetUtcNow() - asked.Value > Limits.DigestAnswer
            || await questions.FindAsync(update.Bot.Id, receiver.QuestionId!, cancellation) is not { IsSettled: false } question
            || await post.OwnerAsync(receiver, cancellation) is not { Language: var language })
            return false;
        if (string.IsNullOrWhiteSpace(answer))
        {
            await update.SayAsync(DigestWords.WordsOnly.In(language), DigestButtons.Cancel(question, language), cancellation);
            return true;
        }

        var saved = await editor.SaveAsync(question.BotId, null, new IntentRequest(null, answer, [question.Text]), cancellation);
        if (saved.Intent is { } intent)
        {
            await questions.SettleAsync(question, cancellation);
            await digests.AskAsync(receiver, null, cancellation);
            await update.SayAsync(DigestWords.LearntAnswer.In(language, DigestText.Shorten(question.Text, QuestionLength), intent.Answer), null, cancellation);
        }
        else
            await update.SayAsync(Words(saved, language), DigestButtons.Cancel(question, language), cancellation);
        return true;
    }

    private async Task<IReadOnlyList<Intent>> LikeliestAsync(DigestQuestion question, CancellationToken cancellation) =>
        await models.GetAsync(question.BotId, cancellation) is { } live
            ? [.. live.Match(question.Text).Ranked.Select(ranked => live.Intent(ranked.Id)).OfType<Intent>().Take(Limits.DigestIntents)]
            : [];

    private static string Words(SavedIntent refused, string language)
    {
        var problem = refused.Refusal!.In(language);
        return $"{problem.Title}\n{problem.Detail}";
    }

    private sealed record Step(IncomingUpdate Update, DigestReceiver Receiver, DigestQuestion Question, string Language)
    {
        public string Asked => DigestText.Shorten(Question.Text, QuestionLength);
    }
}
