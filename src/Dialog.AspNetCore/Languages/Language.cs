using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Dialog.AspNetCore.Languages;

/// <summary>The languages Dialog speaks, by their codes.</summary>
internal static class Language
{
    public const string Persian = "fa";
    public const string English = "en";

    public static bool IsKnown(string? code) => code is Persian or English;

    /// <summary>The first language of the request's Accept-Language that we speak; English when there is none.</summary>
    public static string Of(HttpContext context) =>
        context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(value => value.Quality ?? 1)
            .Select(Primary)
            .FirstOrDefault(IsKnown) ?? English;

    private static string? Primary(StringWithQualityHeaderValue value) =>
        value.Value.Value?.Split('-')[0].ToLowerInvariant();
}

/// <summary>A sentence in both languages, side by side; <c>{0}</c> and so on are filled in.</summary>
internal sealed record Phrase(string En, string Fa)
{
    /// <summary>The sentence in a language, with that language's digits.</summary>
    public string In(string language, params ReadOnlySpan<object> values)
    {
        var isPersian = language == Language.Persian;
        var sentence = isPersian ? Fa : En;
        for (var i = 0; i < values.Length; i++)
            sentence = sentence.Replace($"{{{i}}}", Text(values[i], isPersian), StringComparison.Ordinal);
        return sentence;
    }

    private static string Text(object value, bool isPersian) => value switch
    {
        Phrase phrase => isPersian ? phrase.Fa : phrase.En,
        IFormattable number => Digits(number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), isPersian),
        _ => value.ToString() ?? "",
    };

    private static string Digits(string number, bool isPersian) =>
        isPersian
            ? string.Concat(number.Select(c => char.IsAsciiDigit(c) ? (char)('۰' + (c - '0')) : c == ',' ? '٬' : c))
            : number;
}
