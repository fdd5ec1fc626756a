namespace Dialog.Matching;

/// <summary>A step of the text pipeline that changed something.</summary>
/// <param name="Name">A stable name: <c>unicode</c>, <c>affixes</c>, <c>written-form</c>, <c>layout</c>, <c>finglish</c>, <c>spelling</c>.</param>
/// <param name="Before">The text before the step.</param>
/// <param name="After">The text after it.</param>
public sealed record TextStep(string Name, string Before, string After);

/// <summary>A word and how much it speaks for the best intent against the runner-up; negative when it speaks against.</summary>
/// <param name="Word">The word as the pipeline left it.</param>
/// <param name="Weight">Its exact part of <see cref="Explanation.Lead"/>.</param>
public sealed record WordReason(string Word, double Weight);

/// <summary>The example of the best intent that is most like the text.</summary>
/// <param name="Text">The example.</param>
/// <param name="Similarity">The cosine between the two, 0 to 1.</param>
public sealed record NearestExample(string Text, double Similarity);

/// <summary>A match with its reasons.</summary>
/// <param name="Result">What <see cref="IntentModel.Match"/> says.</param>
/// <param name="Steps">What the pipeline changed, in order.</param>
/// <param name="Words">The words in their order, each with its part of the lead.</param>
/// <param name="Lead">How far the best intent is ahead of the runner-up: the words' parts and <paramref name="Habit"/> together.</param>
/// <param name="Habit">The part of the lead that no word has: what the model expects of any text.</param>
/// <param name="Nearest">The nearest example, where the best intent has one that shares anything with the text.</param>
public sealed record Explanation(
    MatchResult Result,
    IReadOnlyList<TextStep> Steps,
    IReadOnlyList<WordReason> Words,
    double Lead,
    double Habit,
    NearestExample? Nearest);
