using Dialog.AspNetCore.Knowledge.Import;
using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;
using Dialog.Storage.Knowledge;

namespace Dialog.AspNetCore.Knowledge;

/// <summary>What an intent must have, and how one is made from what an owner entered.</summary>
internal static class IntentRules
{
    private static readonly Phrase Answer = new("The answer", "جواب");
    private static readonly Phrase Examples = new("The list of examples", "فهرست نمونه‌ها");
    private static readonly Phrase Example = new("An example", "یکی از نمونه‌ها");
    private static readonly Phrase Title = new("The title", "عنوان");

    private static readonly Problem ExampleTaken = new(
        "dialog:example-taken", 409,
        new("“{0}” is already an example of “{1}”.", "«{0}» پیش‌تر نمونهٔ «{1}» شده است."),
        new("Remove it from one of the two: the same words cannot mean both.", "از یکی از این دو حذفش کنید: یک جمله نمی‌تواند هر دو معنا را بدهد."));

    /// <summary>Why the intent cannot be saved beside what is known; null when it can.</summary>
    public static Refusal? Check(IntentRequest request, string? id, KnowledgeSnapshot known)
    {
        if (id is not null && known.Intents.All(intent => intent.Id != id))
            return CommonProblems.NotFound.Refuse();
        var examples = Tidy(request.Examples);
        return CheckTexts(request, examples)
            ?? CheckCounts(known, id, examples.Count)
            ?? CheckClash(known, id, examples);
    }

    /// <summary>The intent to save: over the former one, or as a new one.</summary>
    public static Intent Build(IntentRequest request, Intent? former)
    {
        var examples = Tidy(request.Examples);
        var title = string.IsNullOrWhiteSpace(request.Title) ? IntentTitle.From(examples[0]) : request.Title.Trim();
        return (former ?? new Intent()) with { Title = title, Answer = request.Answer!.Trim(), Examples = examples };
    }

    private static List<string> Tidy(IReadOnlyList<string>? examples) =>
    [
        .. (examples ?? []).Select(example => example?.Trim() ?? "").Where(example => example.Length > 0).DistinctBy(ExampleKey.Of),
    ];

    private static Refusal? CheckTexts(IntentRequest request, List<string> examples) =>
        string.IsNullOrWhiteSpace(request.Answer) ? CommonProblems.Missing.Refuse(Answer)
        : request.Answer.Length > KnowledgeLimits.Answer ? CommonProblems.TooLong.Refuse(Answer, KnowledgeLimits.Answer)
        : request.Title is { Length: > Limits.NameLength } ? CommonProblems.TooLong.Refuse(Title, Limits.NameLength)
        : examples.Count == 0 ? CommonProblems.Missing.Refuse(Examples)
        : examples.Exists(example => example.Length > KnowledgeLimits.Example) ? CommonProblems.TooLong.Refuse(Example, KnowledgeLimits.Example)
        : null;

    private static Refusal? CheckCounts(KnowledgeSnapshot known, string? id, int examples)
    {
        var others = known.Intents.Where(intent => intent.Id != id).ToList();
        return others.Count >= KnowledgeLimits.Intents ? ImportProblem.TooManyIntents.Refuse()
            : others.Sum(intent => intent.Examples.Count) + examples > KnowledgeLimits.Examples ? ImportProblem.TooManyExamples.Refuse()
            : null;
    }

    private static Refusal? CheckClash(KnowledgeSnapshot known, string? id, List<string> examples)
    {
        var wanted = examples.ToDictionary(ExampleKey.Of);
        foreach (var other in known.Intents.Where(intent => intent.Id != id))
        {
            if (other.Examples.FirstOrDefault(example => wanted.ContainsKey(ExampleKey.Of(example))) is { } clash)
                return ExampleTaken.Refuse(clash, other.Title);
        }

        return null;
    }
}
