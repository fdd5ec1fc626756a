using Dialog.AspNetCore.Knowledge.Import;

namespace Dialog.AspNetCore.Tests.Knowledge.Import;

/// <summary>The paraphrase groups keep to what models/paraphrase/README.md promises.</summary>
[TestFixture("fa")]
[TestFixture("en")]
public sealed class ParaphraseGroupsTests(string language)
{
    private readonly string[][] _groups =
        [.. Directory.EnumerateFiles(Shipped.Folder("paraphrase"), $"{language}-*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Groups)];

    [Test]
    public void ThereAreThousands() => Assert.That(_groups, Has.Length.AtLeast(4_000));

    [Test]
    public void AGroupHasAtLeastFourSentences() =>
        Assert.That(_groups.Where(group => group.Length < 4).Select(group => group[0]), Is.Empty);

    [Test]
    public void NoSentenceStandsTwice() =>
        Assert.That(_groups.SelectMany(group => group).GroupBy(ExampleKey.Of).Where(same => same.Count() > 1).Select(same => same.Key), Is.Empty);

    private static IEnumerable<string[]> Groups(string file) => File.ReadAllText(file)
        .Split("\n\n")
        .Select(block => block.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToArray())
        .Where(group => group.Length > 0);
}
