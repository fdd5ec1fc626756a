using System.Text.RegularExpressions;

namespace Dialog.AspNetCore.Conversations;

/// <summary>
/// Hears when a visitor asks for a person in words. Short messages only: in a long one the words may be about
/// something else, and the matcher judges it.
/// </summary>
internal static class PersonRequest
{
    private const int LongestInWords = 9;

    // Linear in the text's length, so no time limit, which a busy machine would pass on its own account.
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly Regex English = new(
        @"\b(talk|speak|chat|connect me|transfer me|put me through)\s+(to|with)\s+(a |an |the |some |your )?(real |live |actual |human )?(person|human|agent|operator|representative|someone|somebody|colleague)\b"
        + @"|\b(i|we)\s+(want|need)\s+(a |an )?(real |live |actual )?(person|human|human being|agent|operator)\b"
        + @"|^\W*(human|agent|operator|representative|real person)( please)?\W*$",
        Options | RegexOptions.IgnoreCase);

    private static readonly Regex Persian = new(
        @"(با|به)\s+(یک |یه |ی )?(اپراتور|کارشناس|آدم|ادم|انسان|شخص|پشتیبان|پشتیبانی|همکار|همکارتون|همکاراتون|نفر)\S*\s+(\S+\s+)?(صحبت|حرف|گفتگو|گفت و گو|چت|وصل|متصل)"
        + @"|(وصل|متصل)(م)?\s+(کن|کنید|کنین)\S*\s+(به|با)\s+(یک |یه )?(اپراتور|کارشناس|پشتیبان|آدم|ادم|همکار)"
        + @"|^\W*(اپراتور|کارشناس|آدم واقعی|ادم واقعی|پشتیبان انسانی)( لطفا| لطفاً| می ?خوام| میخواهم)?\W*$",
        Options);

    public static bool IsIn(string text)
    {
        var plain = text.Replace('ي', 'ی').Replace('ك', 'ک').Replace('\u200c', ' ');
        return plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= LongestInWords
            && (English.IsMatch(plain) || Persian.IsMatch(plain));
    }
}
