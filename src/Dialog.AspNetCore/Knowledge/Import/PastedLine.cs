using System.Text.RegularExpressions;

namespace Dialog.AspNetCore.Knowledge.Import;

internal enum LineKind
{
    Blank,
    Plain,
    Question,
    Answer,
}

/// <summary>A line of a pasted text: what its prefix says it is, and what remains of it.</summary>
/// <remarks>The number counts from 1; the whole is the trimmed line, the text lacks prefix, bullet and number.</remarks>
internal sealed partial record PastedLine(int Number, LineKind Kind, string Whole, string Text)
{
    public static PastedLine Of(string line, int number)
    {
        var whole = Edges.Trim(line);
        if (whole.Length == 0)
            return new(number, LineKind.Blank, "", "");

        var text = whole[Bullet().Match(whole).Length..];
        if (QuestionPrefix().Match(text) is { Success: true } question)
            return new(number, LineKind.Question, whole, Edges.Trim(text[question.Length..]));
        if (AnswerPrefix().Match(text) is { Success: true } answer)
            return new(number, LineKind.Answer, whole, Edges.Trim(text[answer.Length..]));
        return new(number, LineKind.Plain, whole, text);
    }

    public bool HasBullet => Kind == LineKind.Plain && Text.Length < Whole.Length;

    public static bool IsPrefix(string text) => Of(text, 0) is { Kind: LineKind.Question or LineKind.Answer };

    // A number counts as one only before a blank, or in Persian digits before a letter ("۱-چطور"): "3-season" is a word.
    [GeneratedRegex(@"^(?:[-*+•·▪◦●–—>#]\s+|\(?\d{1,4}[.)\-]\s+|[۰-۹٠-٩]{1,4}[.)\-](?=[\p{IsArabic}-[\p{Nd}]]))+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\**(?:q|question|س|سؤال|سوال|سئوال|پرسش)\s*\d{0,4}\s*\**[:：]\**", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuestionPrefix();

    [GeneratedRegex(@"^\**(?:a|answer|ج|جواب|پاسخ)\s*\d{0,4}\s*\**[:：]\**", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnswerPrefix();
}
