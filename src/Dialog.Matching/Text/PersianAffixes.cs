using System.Collections.Frozen;

namespace Dialog.Matching.Text;

/// <summary>
/// Joins what people part by a space though it belongs to its neighbour: «می خواهم» → «میخواهم», «کتاب ها» → «کتابها».
/// </summary>
internal sealed class PersianAffixes : ITextStep
{
    private static readonly FrozenSet<string> Prefixes = FrozenSet.Create("می", "نمی");

    private static readonly FrozenSet<string> Suffixes = FrozenSet.Create(
        "ها", "های", "هایی", "هام", "هات", "هاش", "هاتون", "هامون", "هاشون", "تر", "ترین", "ام", "ات", "اش", "اند");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsPrefix =
        Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsSuffix =
        Suffixes.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Name => "affixes";

    public void Apply(TokenBuffer from, TokenBuffer to)
    {
        var open = false;
        for (var i = 0; i < from.Count; i++)
        {
            var token = from[i];
            if (open || (i > 0 && IsPersian(from[i - 1]) && IsSuffix.Contains(token)))
                to.Append(token);
            else
                to.Add(token);
            open = !open && i + 1 < from.Count && IsPersian(from[i + 1]) && IsPrefix.Contains(token);
        }
    }

    private static bool IsPersian(ReadOnlySpan<char> token) => token[0] is >= '\u0600' and <= '\u06FF' && char.IsLetter(token[0]);
}
