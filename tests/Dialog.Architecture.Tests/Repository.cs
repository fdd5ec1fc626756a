using System.Xml.Linq;

namespace Dialog.Architecture.Tests;

/// <summary>The working tree as the tests see it: sources only, nothing built or restored.</summary>
internal static class Repository
{
    private static readonly string[] Built = ["bin", "obj", "dist", "node_modules", "artifacts", "data", ".git", ".vs", ".idea"];

    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Sources(string folder, params string[] extensions) =>
        Walk(Path.Combine(Root, folder)).Where(file => extensions.Contains(Path.GetExtension(file)));

    public static string[] Includes(string project, string item) =>
        [.. XDocument.Load(project).Descendants(item).Select(reference => (string?)reference.Attribute("Include") ?? "")];

    public static string[] ProjectReferences(string project) =>
        [.. Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    public static string Short(string file) => Path.GetRelativePath(Root, file);

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => !Built.Contains(Path.GetFileName(inner))).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Dialog.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds Dialog.sln.");
        return folder;
    }
}
