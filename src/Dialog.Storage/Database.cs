using System.Data.Common;
using Dapper;

namespace Dialog.Storage;

/// <summary>
/// The small face of the database. Reads run side by side on pooled connections; writes run one at a time, and what
/// waits together is committed together.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    /// <summary>Creates or upgrades the schema. Call once, before anything else.</summary>
    /// <exception cref="DatabaseTooNewException">A newer version of Dialog wrote this database.</exception>
    /// <exception cref="DatabaseUnavailableException">The place cannot be read or written.</exception>
    public abstract Task OpenAsync(CancellationToken cancellation = default);

    /// <summary>Runs a query on a reading connection.</summary>
    public abstract Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation = default);

    /// <summary>
    /// Runs a command in a transaction; the task ends when the commit has reached the disk. A command that throws
    /// is undone alone and does not disturb the others of its group.
    /// </summary>
    /// <param name="command">What to do. It must touch nothing but the connection, as it may share its transaction.</param>
    /// <param name="committed">Runs after the commit, in the order of commits, before the task ends. Must not block or throw.</param>
    /// <param name="cancellation">Honoured while the command waits; a command that has begun is finished.</param>
    /// <exception cref="DatabaseUnavailableException">The commit could not be written; nothing was changed.</exception>
    public abstract Task<T> WriteAsync<T>(
        Func<DbConnection, Task<T>> command,
        Action<T>? committed = null,
        CancellationToken cancellation = default);

    /// <summary>Runs a command that has no result. See <see cref="WriteAsync{T}"/>.</summary>
    public Task WriteAsync(Func<DbConnection, Task> command, CancellationToken cancellation = default) =>
        WriteAsync<object?>(
            async connection =>
            {
                await command(connection);
                return null;
            },
            committed: null,
            cancellation);

    /// <summary>Saves a moment, to see whether saving works.</summary>
    public Task BeatAsync(Timestamp now, CancellationToken cancellation = default) =>
        WriteAsync(
            c => c.ExecuteAsync("INSERT INTO heartbeat (id, at) VALUES (1, @now) ON CONFLICT (id) DO UPDATE SET at = excluded.at", new { now }),
            cancellation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
