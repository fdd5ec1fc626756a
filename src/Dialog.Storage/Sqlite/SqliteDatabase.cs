using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Dialog.Storage.Sqlite;

/// <summary>
/// SQLite in a folder of its own: <c>dialog.db</c>. One process at a time may hold the folder, one connection does
/// all writing and checkpointing, readers are pooled.
/// </summary>
public sealed class SqliteDatabase : Database
{
    private readonly string _folder;
    private readonly SqliteReaders _readers;
    private SqliteWriter? _writer;
    private FileStream? _lock;

    static SqliteDatabase() => Timestamp.Register();

    /// <summary>Names the folder; nothing is touched before <see cref="OpenAsync"/>.</summary>
    public SqliteDatabase(string folder)
    {
        _folder = Path.GetFullPath(folder);
        _readers = new SqliteReaders(Place);
    }

    /// <summary>The database's file.</summary>
    public string Place => Path.Combine(_folder, "dialog.db");

    /// <inheritdoc/>
    public override Task OpenAsync(CancellationToken cancellation = default)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Place, Pooling = false }.ToString());
        try
        {
            Directory.CreateDirectory(_folder);
            _lock = HoldFolder();
            connection.Open();
            SqliteSettings.ApplyTo(connection);
            SqliteMigrator.Run(connection, Place);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException)
        {
            connection.Dispose();
            _lock?.Dispose();
            throw new DatabaseUnavailableException($"The data folder {_folder} cannot be used: {error.Message}", error);
        }
        catch
        {
            connection.Dispose();
            _lock?.Dispose();
            throw;
        }

        _writer = new SqliteWriter(new PreparedConnection(connection));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation = default)
    {
        try
        {
            return await _readers.ReadAsync(query, cancellation);
        }
        catch (SqliteException error)
        {
            throw new DatabaseUnavailableException("The database could not be read: " + error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override Task<T> WriteAsync<T>(
        Func<DbConnection, Task<T>> command,
        Action<T>? committed = null,
        CancellationToken cancellation = default) =>
        (_writer ?? throw new InvalidOperationException("The database is not open.")).WriteAsync(command, committed, cancellation);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync();
        _readers.Dispose();
        if (_lock is not null)
            await _lock.DisposeAsync();
    }

    private FileStream HoldFolder()
    {
        var path = Path.Combine(_folder, "dialog.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new DatabaseUnavailableException($"Another Dialog server is using the data folder {_folder}.", error);
        }
    }
}
