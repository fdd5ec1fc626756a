using System.Collections.Frozen;

namespace Dialog.AspNetCore.Knowledge.Import;

internal enum ColumnRole
{
    /// <summary>Known and of no use here.</summary>
    Ignored,
    Question,
    Answer,
    Title,
}

/// <summary>The first row of a table that names its columns, in English or Persian.</summary>
internal static class TableHeader
{
    private static readonly FrozenDictionary<string, ColumnRole> Names = Roles().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The role of each column. Null when the row is no header: it must name an answer and what it answers, or
    /// consist of names only.
    /// </summary>
    public static IReadOnlyList<ColumnRole>? Of(IReadOnlyList<string> cells)
    {
        var roles = cells.Select(cell => Names.TryGetValue(Key(cell), out var role) ? role : (ColumnRole?)null).ToList();
        var asks = roles.Contains(ColumnRole.Question) || roles.Contains(ColumnRole.Title);
        var answers = roles.Contains(ColumnRole.Answer);
        var onlyNames = roles.Count > 1 && roles.TrueForAll(role => role is not null);
        return (asks && answers) || (onlyNames && (asks || answers))
            ? [.. roles.Select(role => role ?? ColumnRole.Ignored)]
            : null;
    }

    // "Question 2", "question_2" and "Questions" are one name.
    private static string Key(string cell)
    {
        var letters = string.Concat(ExampleKey.Of(cell).Where(char.IsLetter));
        return letters.Length > 3 && letters[0] < 128 ? letters.TrimEnd('s') : letters;
    }

    private static IEnumerable<KeyValuePair<string, ColumnRole>> Roles() =>
    [
        .. Are(ColumnRole.Question,
            "question", "q", "query", "message", "example", "phrase", "phrasing", "utterance", "sentence", "text",
            "alternative", "alternativequestion", "userquestion", "input",
            "سوال", "سؤال", "سئوال", "پرسش", "پیام", "نمونه", "مثال", "عبارت", "جمله", "متن", "متن سوال",
            "سوال کاربر", "پیام کاربر", "سوالات", "نمونه سوال", "نمونه پرسش"),
        .. Are(ColumnRole.Answer,
            "answer", "a", "reply", "replie", "response", "output",
            "پاسخ", "جواب", "متن پاسخ", "متن جواب", "پاسخ ربات", "جواب ربات", "پاسخ‌ها"),
        .. Are(ColumnRole.Title,
            "title", "intent", "intentname", "intentdisplayname", "name", "label", "topic", "subject",
            "عنوان", "موضوع", "نیت", "قصد", "نام", "برچسب"),
        .. Are(ColumnRole.Ignored,
            "id", "qnaid", "source", "sourcedisplayname", "metadata", "suggestedquestion", "iscontextonly", "prompt",
            "language", "lang", "category", "enabled", "row", "no", "date", "comment", "note",
            "ردیف", "شماره", "شناسه", "زبان", "دسته", "دسته‌بندی", "تاریخ", "توضیحات", "منبع"),
    ];

    private static IEnumerable<KeyValuePair<string, ColumnRole>> Are(ColumnRole role, params string[] names) =>
        names.Select(name => KeyValuePair.Create(Key(name), role)).DistinctBy(name => name.Key);
}
