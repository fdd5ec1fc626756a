using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Dialog.Storage.Sqlite;

/// <summary>The reading connections: as many as read at the same time, kept with what they have prepared.</summary>
internal sealed class SqliteReaders(string place) : IDisposable
{
    private readonly ConcurrentBag<PreparedConnection> _idle = [];
    private readonly string _connection =
        new SqliteConnectionStringBuilder { DataSource = place, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();

    private volatile bool _isClosed;

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var connection = _idle.TryTake(out var idle) ? idle : Open();
        try
        {
            var result = await query(connection);
            _idle.Add(connection);
            if (_isClosed)
                Dispose();
            return result;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }

    private PreparedConnection Open()
    {
        var connection = new PreparedConnection(new SqliteConnection(_connection));
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
