using System.Text.RegularExpressions;
using Dialog.AspNetCore.Languages;
using Dialog.Storage.Digests;
using Dialog.Storage.Knowledge;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Digests;

/// <summary>
/// The buttons of digests and what they bring back: <c>d:VERB:QUESTION</c>, and <c>d:t:QUESTION:INTENT</c> for an
/// intent picked. Anybody may send anything.
/// </summary>
internal static partial class DigestButtons
{
    /// <summary>What the data of every button here begins with.</summary>
    public const string Prefix = "d:";

    private const int LabelLength = 40;

    /// <summary>One button a question; null when there is none.</summary>
    public static InlineKeyboard? Of(DigestFigures figures, string language) => figures.Questions.Count == 0 ? null
        : InlineKeyboard.Column([.. figures.Questions.Select((asked, index) => InlineButton.Callback(
            DigestWords.Label.In(language, index + 1, DigestText.Shorten(asked.Question.Text, LabelLength)),
            Data(DigestVerb.Offer, asked.Question.Id)))]);

    /// <summary>The ways to teach a question: an intent that is there, a new answer, or not at all.</summary>
    public static InlineKeyboard Ways(DigestQuestion question, IEnumerable<Intent> intents, string language) => InlineKeyboard.Column(
    [
        .. intents.Select(intent => (intent.Title, Data: $"{Data(DigestVerb.Teach, question.Id)}:{intent.Id}"))
            .Where(way => InlineButton.Fits(way.Data))
            .Select(way => InlineButton.Callback(DigestText.Shorten(way.Title, LabelLength), way.Data)),
        InlineButton.Callback(DigestWords.WriteAnswer.In(language), Data(DigestVerb.Write, question.Id)),
        InlineButton.Callback(DigestWords.PutAside.In(language), Data(DigestVerb.PutAside, question.Id)),
    ]);

    public static InlineKeyboard Cancel(DigestQuestion question, string language) => InlineKeyboard.Column(
        InlineButton.Callback(DigestWords.NeverMind.In(language), Data(DigestVerb.Cancel, question.Id)));

    /// <summary>What was pressed; null when it is none of ours.</summary>
    public static DigestPress? Read(string? data)
    {
        var match = Shape.Match(data ?? "");
        return match.Success
            ? new DigestPress((DigestVerb)match.Groups["verb"].Value[0], match.Groups["question"].Value, match.Groups["intent"].Value)
            : null;
    }

    private static string Data(DigestVerb verb, string questionId) => $"{Prefix}{(char)verb}:{questionId}";

    [GeneratedRegex(@"\Ad:(?<verb>[oawtc]):(?<question>[a-z0-9]{1,24})(?::(?<intent>[A-Za-z0-9_-]{1,34}))?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape { get; }
}

/// <summary>What a button of a digest asks for, by its letter.</summary>
internal enum DigestVerb
{
    /// <summary>Show the ways to teach the question.</summary>
    Offer = 'o',

    /// <summary>It belongs to the intent.</summary>
    Teach = 't',

    /// <summary>The next message is its answer.</summary>
    Write = 'w',

    /// <summary>The next message is no answer after all.</summary>
    Cancel = 'c',

    /// <summary>It needs no answer.</summary>
    PutAside = 'a',
}

/// <summary>A pressed button of a digest.</summary>
internal sealed record DigestPress(DigestVerb Verb, string QuestionId, string IntentId);
