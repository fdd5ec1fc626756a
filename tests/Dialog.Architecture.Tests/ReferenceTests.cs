using System.Reflection;

namespace Dialog.Architecture.Tests;

public class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Dialog.Server"] = ["Dialog.AspNetCore"],
        ["Dialog.AspNetCore"] = ["Dialog.Matching", "Dialog.Storage", "Dialog.Telegram"],
        ["Dialog.Cli"] = ["Dialog.Matching"],
        ["Dialog.Matching"] = [],
        ["Dialog.Storage"] = [],
        ["Dialog.Telegram"] = [],
    };

    public static IEnumerable<string> Projects => Repository.Projects("src").Select(path => Repository.Short(path));

    [TestCaseSource(nameof(Projects))]
    public void Run_one_way_only(string path)
    {
        var project = Path.GetFileNameWithoutExtension(path);
        Assert.That(Allowed, Contains.Key(project), "A new project needs its place among the allowed references.");
        Assert.That(Repository.ProjectReferences(Path.Combine(Repository.Root, path)), Is.SubsetOf(Allowed[project]));
    }

    [TestCase("Dialog.AspNetCore")]
    [TestCase("Dialog.Matching")]
    [TestCase("Dialog.Storage")]
    [TestCase("Dialog.Telegram")]
    public void Run_one_way_in_what_was_compiled(string name)
    {
        var own = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(reference => reference.StartsWith("Dialog.", StringComparison.Ordinal));
        Assert.That(own, Is.SubsetOf(Allowed[name]));
    }

    [Test]
    public void Of_Matching_are_the_base_library_and_Tensors_alone()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var foreign = Assembly.Load("Dialog.Matching").GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => name != "System.Numerics.Tensors" && !File.Exists(Path.Combine(runtime, name + ".dll")));
        Assert.That(foreign, Is.Empty);

        var project = Repository.Projects("src").Single(path => Path.GetFileNameWithoutExtension(path) == "Dialog.Matching");
        Assert.That(Repository.Includes(project, "PackageReference"), Is.SubsetOf(new[] { "System.Numerics.Tensors" }));
        Assert.That(Repository.Includes(project, "FrameworkReference"), Is.Empty);
    }
}
