using Dapper;
using Dialog.Storage.Migrations;
using Microsoft.Data.Sqlite;

namespace Dialog.Storage.Sqlite;

/// <summary>Brings the schema to the newest version, each script in a transaction of its own, under SQLite's write lock.</summary>
internal static class SqliteMigrator
{
    public static void Run(SqliteConnection connection, string place)
    {
        var scripts = Migration.All(blobType: "BLOB");
        var known = scripts[^1].Version;
        if (Version(connection) > known)
            throw new DatabaseTooNewException(place, Version(connection), known);

        foreach (var script in scripts)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            if (Version(connection) < script.Version)
            {
                connection.Execute(script.Sql, transaction: transaction);
                connection.Execute(FormattableString.Invariant($"PRAGMA user_version = {script.Version}"), transaction: transaction);
            }

            transaction.Commit();
        }
    }

    private static int Version(SqliteConnection connection) => connection.ExecuteScalar<int>("PRAGMA user_version");
}
