using System.Diagnostics;

namespace Dialog.Faults.Hosting;

/// <summary>A disk of a few megabytes, in memory, that a test can fill to the last byte.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _mount = new();

    private SmallDisk()
    {
    }

    public string Path => _mount.Path;

    private string Ballast => _mount.File("ballast");

    /// <summary>Mounts it; where that is not allowed, the test is skipped and says why.</summary>
    public static SmallDisk Mount(int megabytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            Assert.Ignore("A small disk is mounted by root on Linux only.");
        var disk = new SmallDisk();
        var problem = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "dialog-faults", disk.Path);
        if (problem.Length > 0)
        {
            disk._mount.Dispose();
            Assert.Ignore($"A small disk cannot be mounted here: {problem}");
        }

        return disk;
    }

    /// <summary>Takes all the space there is.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 64 * 1024, 4096, 1 })
        {
            try
            {
                while (true)
                    ballast.Write(new byte[size]);
            }
            catch (IOException)
            {
                // Full, to within this size.
            }
        }
    }

    /// <summary>Gives the space back.</summary>
    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        Assert.That(Run("umount", Path), Is.Empty);
        _mount.Dispose();
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : $"{program}: {said}";
    }
}
