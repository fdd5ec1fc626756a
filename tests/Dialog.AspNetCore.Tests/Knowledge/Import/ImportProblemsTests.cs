using System.Reflection;
using System.Text.RegularExpressions;
using Dialog.AspNetCore.Knowledge.Import;
using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Tests.Knowledge.Import;

public sealed partial class ImportProblemsTests
{
    private static readonly Problem[] All =
        [.. typeof(ImportProblems).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (Problem)field.GetValue(null)!)];

    [Test]
    public void EachHasANameOfItsOwn() =>
        Assert.That(All.Select(problem => problem.Type), Is.Unique.And.All.StartsWith("dialog:import-"));

    [Test]
    public void BothLanguagesMentionTheSame() =>
        Assert.Multiple(() =>
        {
            foreach (var phrase in All.SelectMany(problem => new[] { problem.Title, problem.Detail }))
                Assert.That(Holes(phrase.Fa), Is.EqualTo(Holes(phrase.En)), phrase.En);
        });

    [Test]
    public void NoHoleStaysOpen()
    {
        ImportProblem[] filled =
        [
            ImportProblem.TooLarge, ImportProblem.TooManyIntents, ImportProblem.TooManyExamples,
            ImportProblem.BadQuotes(2), ImportProblem.TooManyColumns(3, 2), ImportProblem.ExampleTooLong(5_000),
            ImportProblem.AnswerTooLong(5_000), ImportProblem.TitleTooLong(500),
            ImportProblem.ExampleOfOtherRow(2, "x"), ImportProblem.ExampleOfOtherIntent("t", "x"),
        ];

        foreach (var view in filled.SelectMany(problem => new[] { problem.In(Language.Persian), problem.In(Language.English) }))
            Assert.That(view.Title + view.Detail, Does.Not.Contain('{'));
    }

    [Test]
    public void ALongExampleIsShortenedInTheSentence() =>
        Assert.That(ImportProblem.ExampleOfOtherRow(2, new string('x', 4_000)).In("en").Title, Has.Length.LessThan(120));

    private static string[] Holes(string sentence) => [.. Hole().Matches(sentence).Select(hole => hole.Value).Order()];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
