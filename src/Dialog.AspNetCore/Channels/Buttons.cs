using System.Globalization;
using System.Text.RegularExpressions;
using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Languages;
using Dialog.Storage.Conversations;
using Dialog.Telegram;

namespace Dialog.AspNetCore.Channels;

/// <summary>
/// The buttons below a bot's message and what they bring back: <c>c:CONVERSATION:SEQUENCE:INDEX</c> for a choice,
/// without an index for none of them, <c>r:CONVERSATION:SEQUENCE</c> for "not what I asked". Anybody may send anything.
/// </summary>
internal static partial class Buttons
{
    private const int LongestLabel = 60;

    private static readonly Phrase NoneOfThese = new("None of these", "هیچ‌کدام");
    private static readonly Phrase NotMyAnswer = new("Not what I asked", "جوابِ سؤالم نبود");

    /// <summary>The buttons of an event; null when it has none.</summary>
    public static InlineKeyboard? Of(string conversationId, ConversationEvent happened, EventData data, string language)
    {
        var end = string.Create(CultureInfo.InvariantCulture, $"{conversationId}:{happened.Sequence}");
        if (data.Choices is { Count: > 0 } choices)
        {
            var offered = choices.Select((choice, index) => InlineButton.Callback(Label(choice.Title), $"c:{end}:{index}"));
            return InlineKeyboard.Column([.. offered, InlineButton.Callback(NoneOfThese.In(language), $"c:{end}:")]);
        }

        return data.CanReject
            ? InlineKeyboard.Column(InlineButton.Callback(NotMyAnswer.In(language), $"r:{end}"))
            : null;
    }

    /// <summary>What was pressed; null when it is none of ours.</summary>
    public static Press? Read(string? data)
    {
        var match = Data.Match(data ?? "");
        if (!match.Success || !long.TryParse(match.Groups["sequence"].ValueSpan, CultureInfo.InvariantCulture, out var sequence))
            return null;
        int? index = int.TryParse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new Press(match.Groups["conversation"].Value, sequence, IsReject: data![0] == 'r', index);
    }

    private static string Label(string title) => title.Length <= LongestLabel ? title : MessageText.Plain(title).Split(LongestLabel)[0].Text + "…";

    [GeneratedRegex(@"\A(?:c:(?<conversation>[a-z0-9]{1,32}):(?<sequence>[0-9]{1,18}):(?<index>[0-9]{0,3})|r:(?<conversation>[a-z0-9]{1,32}):(?<sequence>[0-9]{1,18}))\z",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Data { get; }
}

/// <summary>A pressed button.</summary>
/// <param name="ConversationId">The conversation whose message it was at.</param>
/// <param name="Sequence">The message.</param>
/// <param name="IsReject">Whether the answer was not what was asked for.</param>
/// <param name="Index">Which of the choices; null for none of them.</param>
internal sealed record Press(string ConversationId, long Sequence, bool IsReject, int? Index);
