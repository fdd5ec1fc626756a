using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Knowledge.Import;
using Dialog.Storage;
using Dialog.Storage.Conversations;
using Dialog.Storage.Digests;

namespace Dialog.AspNetCore.Digests;

/// <summary>
/// What visitors asked and the bot did not know: that for which it handed a conversation off by itself. Who asked for a
/// person, or said that an answer was not theirs, is not counted.
/// </summary>
internal static class UnknownQuestions
{
    /// <summary>The questions handed off from a moment on, the most frequent first, then the newest.</summary>
    /// <param name="events">Events of whole conversations, each in its order.</param>
    /// <param name="from">Before this moment nothing counts.</param>
    public static IReadOnlyList<UnknownQuestion> Of(IEnumerable<LoggedEvent> events, Timestamp from) =>
    [
        .. events.GroupBy(happened => happened.ConversationId)
            .SelectMany(InConversation)
            .Where(asked => asked.At >= from && asked.Text.Length <= KnowledgeLimits.Example && asked.Text.Any(char.IsLetter))
            .GroupBy(asked => ExampleKey.Of(asked.Text))
            .OrderByDescending(same => same.Count()).ThenByDescending(same => same.Max(asked => asked.At))
            .Select(same => new UnknownQuestion(same.Key, same.MinBy(asked => asked.At).Text, same.Count())),
    ];

    private static IEnumerable<(string Text, Timestamp At)> InConversation(IEnumerable<LoggedEvent> events)
    {
        var run = new List<string>();
        var offered = new Dictionary<long, string>();
        var passedOn = "";
        foreach (var happened in events)
        {
            var data = EventData.Of(happened.Data);
            switch (happened)
            {
                case { Kind: EventKinds.Message, Author: Authors.Visitor }:
                    Read(happened.Text ?? "", data, run, offered);
                    break;
                case { Kind: EventKinds.Message, Author: Authors.Bot }:
                    passedOn = string.Join(' ', run);
                    run.Clear();
                    if (data.Choices is not null)
                        offered[happened.Sequence] = passedOn;
                    break;
                case { Kind: EventKinds.Handoff } when passedOn.Length > 0:
                    yield return (passedOn, happened.At);
                    passedOn = "";
                    break;
                default:
                    run.Clear();
                    break;
            }
        }
    }

    private static void Read(string text, EventData data, List<string> run, Dictionary<long, string> offered)
    {
        if (data.Rejects is { } rejected)
        {
            run.Clear();
            if (offered.TryGetValue(rejected, out var asked))
                run.Add(asked);
        }
        else if (data.Match is not { IsAnswer: false } || data.File is not null || PersonRequest.IsIn(text))
            run.Clear();
        else
            run.Add(text);
    }
}

/// <summary>A question that the bot did not know.</summary>
/// <param name="Key">What its ways of writing share.</param>
/// <param name="Text">How it was first asked.</param>
/// <param name="Count">How often.</param>
internal sealed record UnknownQuestion(string Key, string Text, int Count);
