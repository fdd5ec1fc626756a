namespace Dialog.Architecture.Tests;

public class SolutionTests
{
    public static IEnumerable<string> Folders =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Repository.Short)
            .Concat(["widget", "models", "tests"]).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Folders))]
    public void Every_project_folder_says_what_it_is(string folder)
    {
        var readme = new FileInfo(Path.Combine(Repository.Root, folder, "README.md"));
        Assert.That(readme, Does.Exist);
        Assert.That(readme.Length, Is.GreaterThan(100), "A README of a line says nothing.");
    }

    [Test]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Dialog.sln"));
        var missing = Repository.Projects("src").Concat(Repository.Projects("tests")).Select(Repository.Short)
            .Where(path => !solution.Contains('"' + path.Replace('/', '\\') + '"', StringComparison.Ordinal));
        Assert.That(missing, Is.Empty);
    }
}
