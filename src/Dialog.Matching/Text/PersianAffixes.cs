namespace Dialog.Matching.Text;

/// <summary>
/// Joins what people part by a space though it belongs to its neighbour: «می خواهم» → «میخواهم», «کتاب ها» → «کتابها».
/// </summary>
internal sealed class PersianAffixes : ITextStep
{
    public string Name => "affixes";

    public void Apply(TokenBuffer from, TokenBuffer to)
    {
        var open = false;
        for (var i = 0; i < from.Count; i++)
        {
            var token = from[i];
            if (open || (i > 0 && IsPersian(from[i - 1]) && IsSuffix(token)))
                to.Append(token);
            else
                to.Add(token);
            open = !open && i + 1 < from.Count && IsPersian(from[i + 1]) && IsPrefix(token);
        }
    }

    private static bool IsPrefix(ReadOnlySpan<char> token) => token is "می" or "نمی";

    private static bool IsSuffix(ReadOnlySpan<char> token) =>
        token is "ها" or "های" or "هایی" or "هام" or "هات" or "هاش" or "هاتون" or "هامون" or "هاشون"
            or "تر" or "ترین" or "ام" or "ات" or "اش" or "اند";

    private static bool IsPersian(ReadOnlySpan<char> token) => token[0] is >= '\u0600' and <= '\u06FF' && char.IsLetter(token[0]);
}
