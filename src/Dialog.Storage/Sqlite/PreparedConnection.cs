using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Dialog.Storage.Sqlite;

/// <summary>
/// A connection that keeps what it has prepared: a statement that comes again is neither parsed nor planned again,
/// which is most of what a small one costs. Used by one caller at a time, like any connection.
/// </summary>
internal sealed class PreparedConnection(SqliteConnection connection) : DbConnection
{
    // The product's statements are constants; more than this would be a text made anew each time.
    private const int MostKept = 256;
    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);

    [AllowNull]
    public override string ConnectionString
    {
        get => connection.ConnectionString;
        set => connection.ConnectionString = value;
    }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    public override void Open() => connection.Open();

    public override Task OpenAsync(CancellationToken cancellationToken) => connection.OpenAsync(cancellationToken);

    public override void Close()
    {
        foreach (var command in _idle.Values)
            command.Dispose();
        _idle.Clear();
        connection.Close();
    }

    public override void ChangeDatabase(string databaseName) => connection.ChangeDatabase(databaseName);

    /// <summary>A command for this text, prepared if it was here before. It is the caller's until given back.</summary>
    public SqliteCommand Take(string sql) => _idle.Remove(sql, out var known) ? known : new SqliteCommand(sql, connection);

    /// <summary>Takes a command back for the next who needs it.</summary>
    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (_idle.Count >= MostKept || !_idle.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException("Transactions are the writer's matter.");

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
            connection.Dispose();
        }

        base.Dispose(disposing);
    }
}
