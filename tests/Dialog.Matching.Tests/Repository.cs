namespace Dialog.Matching.Tests;

/// <summary>Where the repository is, for tests of what ships with it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dialog.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Not inside the repository.");
        return folder.FullName;
    }
}
