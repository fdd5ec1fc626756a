using FsCheck;
using FsCheck.Fluent;

namespace Dialog.Telegram.Tests;

/// <summary>Texts of all that makes cutting hard.</summary>
internal static class Generators
{
    private static readonly string[] Words =
    [
        "سلام", "می‌خواهم", "word", "جمله.", "Really?", "چرا؟", "👨‍👩‍👧‍👦", "🇮🇷", "é", "ن\u064eّ", "😀😀", "https://dialog.example/abc",
        " ", "  ", "\n", "\n\n", "\n    ", "\u00A0", "\u200c", "\u0301", "a",
    ];

    private static readonly string[] Tags =
    [
        "<b>", "</b>", "<i>", "</i>", "<pre>", "</pre>", "<code>", "</code>", "<a href=\"https://dialog.example\">", "</a>", "<a>", "<br>",
        "<", ">", "&", "&amp;", "&lt;", "</", "<b", "&#128512;", "&#xD83D;", "\"", "<blockquote>", "</blockquote>",
    ];

    public static Gen<string> Text { get; } =
        from parts in Gen.Elements(Words).ListOf()
        select string.Concat(parts);

    public static Gen<string> Html { get; } =
        from parts in Gen.Frequency((2, Gen.Elements(Words)), (1, Gen.Elements(Tags))).ListOf()
        select string.Concat(parts);
}
