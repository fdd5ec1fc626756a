namespace Dialog.Telegram;

/// <summary>A stretch of marked-up text, [start, end) in UTF-16 units. Several of one text are nested, the outer first.</summary>
internal readonly record struct Markup(string Tag, string? Link, int Start, int End)
{
    /// <summary>Whether a cut at this place goes through it.</summary>
    public bool IsCutAt(int place) => Start < place && place < End;

    /// <summary>Whether blanks in it mean something.</summary>
    public bool IsCode => Tag is "pre" or "code";
}
