using Dialog.AspNetCore.Knowledge.Import;
using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;
using Dialog.Storage.Knowledge;

namespace Dialog.AspNetCore.Knowledge;

/// <summary>Messages that are not for the bot: which count, and what one must look like.</summary>
internal static class Negatives
{
    private static readonly Phrase Text = new("A message", "یکی از پیام‌ها");
    private static readonly Phrase List = new("The list of messages", "فهرست پیام‌ها");

    private static readonly Problem TooMany = new(
        "dialog:too-many-negatives", 409,
        new("A bot holds at most {0} messages that are not for it.", "ربات بیش از {0} پیامِ «نه برای ما» نگه نمی‌دارد."),
        new("Remove some that are alike; a few of each kind are enough.", "چند پیامِ شبیه به هم را حذف کنید؛ از هر نوع چندتا بس است."));

    private static readonly Problem IsExample = new(
        "dialog:negative-is-example", 409,
        new("“{0}” is an example of “{1}”.", "«{0}» از نمونه‌های «{1}» است."),
        new("Remove it there first: the same words cannot be for us and not for us.", "اول آن را از آنجا حذف کنید: یک جمله نمی‌تواند هم برای ما باشد هم نباشد."));

    /// <summary>Those that count: what has become an example since is one no more, for as long as it is an example.</summary>
    public static IReadOnlyList<Negative> InForce(KnowledgeSnapshot known)
    {
        if (known.Negatives.Count == 0)
            return [];
        var examples = known.Intents.SelectMany(intent => intent.Examples).Select(ExampleKey.Of).ToHashSet();
        return [.. known.Negatives.Where(negative => !examples.Contains(ExampleKey.Of(negative.Text)))];
    }

    /// <summary>The texts to add beside what is known: trimmed, and none twice.</summary>
    public static IReadOnlyList<string> Fresh(IEnumerable<string?> texts, KnowledgeSnapshot known)
    {
        var there = known.Negatives.Select(negative => ExampleKey.Of(negative.Text)).ToHashSet();
        return [.. Tidy(texts).Where(text => there.Add(ExampleKey.Of(text)))];
    }

    /// <summary>Why the texts cannot be added; null when they can.</summary>
    public static Refusal? Check(IReadOnlyList<string?> texts, KnowledgeSnapshot known)
    {
        var tidy = Tidy(texts).ToList();
        if (tidy.Count == 0)
            return CommonProblems.Missing.Refuse(List);
        if (tidy.Exists(text => text.Length > KnowledgeLimits.Example))
            return CommonProblems.TooLong.Refuse(Text, KnowledgeLimits.Example);
        if (known.Negatives.Count + Fresh(tidy, known).Count > KnowledgeLimits.Negatives)
            return TooMany.Refuse(KnowledgeLimits.Negatives);
        return Clash(tidy, known);
    }

    private static Refusal? Clash(IReadOnlyList<string> texts, KnowledgeSnapshot known)
    {
        var wanted = texts.Select(ExampleKey.Of).ToHashSet();
        foreach (var intent in known.Intents)
        {
            if (intent.Examples.FirstOrDefault(example => wanted.Contains(ExampleKey.Of(example))) is { } clash)
                return IsExample.Refuse(clash, intent.Title);
        }

        return null;
    }

    private static IEnumerable<string> Tidy(IEnumerable<string?> texts) =>
        texts.Select(text => text?.Trim() ?? "").Where(text => text.Length > 0);
}
