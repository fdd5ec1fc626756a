using Dapper;
using Microsoft.Data.Sqlite;

namespace Dialog.Storage.Sqlite;

/// <summary>What an acknowledged write relies on, set on the writing connection and read back.</summary>
internal static class SqliteSettings
{
    private const long Full = 2;

    public static void ApplyTo(SqliteConnection writer)
    {
        var journal = writer.ExecuteScalar<string>("PRAGMA journal_mode = WAL");
        writer.Execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;");
        var synchronous = writer.ExecuteScalar<long>("PRAGMA synchronous");
        if (journal != "wal" || synchronous != Full)
            throw new DatabaseUnavailableException(
                $"SQLite does not keep its promises here: journal_mode is {journal} (wal is needed), synchronous is {synchronous} ({Full} is needed).");
    }
}
