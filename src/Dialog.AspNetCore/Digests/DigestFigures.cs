using Dialog.AspNetCore.Knowledge.Import;
using Dialog.Storage;
using Dialog.Storage.Digests;
using Dialog.Storage.Knowledge;

namespace Dialog.AspNetCore.Digests;

/// <summary>What a digest tells.</summary>
/// <param name="Counts">How much was said, and how much of it needed a person.</param>
/// <param name="Questions">What the bot did not know, the most frequent first; at most <see cref="Limits.DigestQuestions"/>.</param>
internal sealed record DigestFigures(DigestCounts Counts, IReadOnlyList<AskedQuestion> Questions);

/// <summary>A question with how often it was asked.</summary>
internal sealed record AskedQuestion(DigestQuestion Question, int Count);

/// <summary>Finds out what a digest tells, from the conversations' logs.</summary>
internal sealed class DigestReading(FigureStore figures, QuestionStore questions, KnowledgeStore knowledge)
{
    /// <summary>The figures of a bot from one moment to another; questions taught since, put aside or not for the bot are left out.</summary>
    public async Task<DigestFigures> ReadAsync(string botId, Timestamp from, Timestamp to, CancellationToken cancellation)
    {
        var counts = await figures.CountAsync(botId, from, to, cancellation);
        var unknown = UnknownQuestions.Of(await figures.HandedOffAsync(botId, from, to, cancellation), from);
        if (unknown.Count == 0)
            return new DigestFigures(counts, []);

        var known = (await questions.SettledAsync(botId, cancellation)).ToHashSet();
        var taught = await knowledge.SnapshotAsync(botId, cancellation);
        known.UnionWith(taught.Intents.SelectMany(intent => intent.Examples).Concat(taught.Negatives.Select(negative => negative.Text)).Select(ExampleKey.Of));
        var open = unknown.Where(question => !known.Contains(question.Key)).Take(Limits.DigestQuestions).ToList();
        var kept = await questions.KeepAsync(
            [.. open.Select(question => new DigestQuestion { BotId = botId, Key = question.Key, Text = question.Text })], cancellation);
        return new DigestFigures(counts, [.. kept.Zip(open, (question, asked) => new AskedQuestion(question, asked.Count))]);
    }
}
