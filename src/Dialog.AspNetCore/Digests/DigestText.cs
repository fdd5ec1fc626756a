using Dialog.AspNetCore.Languages;
using Dialog.Storage.Digests;

namespace Dialog.AspNetCore.Digests;

/// <summary>A digest in words. Pure.</summary>
internal static class DigestText
{
    /// <summary>Characters of a question in the list.</summary>
    private const int QuestionLength = 160;

    public static string Of(string botName, string language, DigestPeriod period, DigestFigures figures)
    {
        List<string> lines = [Title(botName, language, period), "", .. Amounts(language, figures.Counts)];
        if (figures.Questions.Count > 0)
        {
            lines.AddRange(["", DigestWords.DidNotKnow.In(language)]);
            lines.AddRange(figures.Questions.Select((question, index) => Line(language, index + 1, question)));
            lines.AddRange(["", DigestWords.PressToTeach.In(language)]);
        }
        else if (figures.Counts.Conversations > 0)
            lines.Add(DigestWords.KnewAll.In(language));

        return string.Join('\n', lines);
    }

    /// <summary>A text in one line, cut at a word.</summary>
    public static string Shorten(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= length)
            return line;
        var space = line.LastIndexOf(' ', length - 2);
        var end = space > length / 2 ? space : length - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)].TrimEnd() + "…";
    }

    private static string Title(string botName, string language, DigestPeriod period) => period.First == period.Last
        ? DigestWords.Day.In(language, LongDate.In(language, period.Last), botName)
        : DigestWords.Days.In(language, LongDate.In(language, period.First), LongDate.In(language, period.Last), botName);

    private static IEnumerable<string> Amounts(string language, DigestCounts counts)
    {
        if (counts.Conversations == 0)
            return [DigestWords.Quiet.In(language)];
        // Rounded down, so that what was passed on never shows as all.
        var share = (counts.Conversations - counts.HandedOff) * 100 / counts.Conversations;
        return
        [
            DigestWords.Amount.In(language, counts.Conversations, counts.Messages),
            counts.HandedOff == 0 ? DigestWords.AllByItself.In(language) : DigestWords.Share.In(language, share, counts.HandedOff),
        ];
    }

    private static string Line(string language, int number, AskedQuestion asked)
    {
        var text = Shorten(asked.Question.Text, QuestionLength);
        return asked.Count > 1
            ? DigestWords.QuestionOften.In(language, number, text, asked.Count)
            : DigestWords.Question.In(language, number, text);
    }
}

/// <summary>The days a digest tells of, in the owner's calendar.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal sealed record DigestPeriod(DateOnly First, DateOnly Last);
