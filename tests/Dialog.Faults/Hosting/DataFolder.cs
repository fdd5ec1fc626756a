using Dapper;
using Microsoft.Data.Sqlite;

namespace Dialog.Faults.Hosting;

/// <summary>A furnished data folder of a test's own.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DataFolder() => Premises.FurnishTo(Path);

    public string Path => _folder.Path;

    /// <summary>Asks SQLite itself whether a stopped server left its file whole.</summary>
    public static string Integrity(string folder)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = System.IO.Path.Combine(folder, "dialog.db"), Pooling = false }.ToString());
        return string.Join('\n', connection.Query<string>("PRAGMA integrity_check").Concat(
            connection.Query<string>("SELECT 'broken reference in ' || \"table\" FROM pragma_foreign_key_check")));
    }

    public void Dispose() => _folder.Dispose();
}
