using System.Text.RegularExpressions;

namespace Dialog.Architecture.Tests;

public partial class SourceTests
{
    private const int LongestFile = 400;

    [Test]
    public void No_source_file_is_longer_than_400_lines()
    {
        var longer = Repository.Sources(".", ".cs", ".ts", ".tsx", ".mjs", ".css", ".sql", ".sh", ".html")
            .Select(file => (Name: Repository.Short(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > LongestFile);
        Assert.That(longer, Is.Empty);
    }

    [TestCase("widget")]
    [TestCase("src/Dialog.Console")]
    public void Styles_know_start_and_end_but_not_left_and_right(string folder)
    {
        Assert.That(Repository.Sources(folder, ".css", ".ts", ".tsx"), Is.Not.Empty);
        var physical = Repository.Sources(folder, ".css", ".ts", ".tsx", ".html")
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (Place: $"{Repository.Short(file)}:{index + 1}", Line: line.Trim())))
            .Where(line => Physical().IsMatch(line.Line));
        Assert.That(physical, Is.Empty, "Right-to-left turns with logical properties only: margin-inline-start, inset-inline-end, text-align: start.");
    }

    [TestCase("margin-left: 4px;", true)]
    [TestCase("border-top-right-radius: 4px;", true)]
    [TestCase("  left: 0;", true)]
    [TestCase("text-align:right", true)]
    [TestCase("style={{ paddingLeft: 4 }}", true)]
    [TestCase("<Box ml=\"md\">", true)]
    [TestCase("<Box ms=\"md\">", false)]
    [TestCase("margin-inline-start: 4px;", false)]
    [TestCase("// what is left: nothing", false)]
    [TestCase("ArrowLeft: 'back',", false)]
    [TestCase("  left: (count) => `${count} left`,", false)]
    [TestCase("text-align: start;", false)]
    public void The_rule_knows_left_when_it_sees_it(string line, bool physical) =>
        Assert.That(Physical().IsMatch(line), Is.EqualTo(physical));

    [GeneratedRegex("""
        (?<![\w-]) (margin|padding|border|scroll-margin|scroll-padding)-(left|right)\b
        | border-(top|bottom)-(left|right)-radius
        | \b(margin|padding|border)(Left|Right)\b
        | border(Top|Bottom)(Left|Right)Radius
        | ^\s* (left|right) \s* : (?!\s*\()
        | [{;,] \s* (left|right) \s* : \s* ['"`\d-]
        | \b(text-align|textAlign|float|clear)\b \s* : \s* ['"]? (left|right)\b
        | \s (ml|mr|pl|pr)=["{]
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Physical();
}
