namespace Dialog.AspNetCore.Tests.Knowledge.Import;

/// <summary>The files under models/, as they stand in the repository.</summary>
internal static class Shipped
{
    public static string Folder(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dialog.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Not inside the repository.");
        return Path.Combine(folder.FullName, "models", name);
    }
}
