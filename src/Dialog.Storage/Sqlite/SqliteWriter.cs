using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dialog.Storage.Sqlite;

/// <summary>
/// The one connection that writes. Commands wait in a channel; all that wait at one moment are run in one
/// transaction, each behind a savepoint of its own, so that one fsync serves them all and a failing one fails alone.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>Commands in one transaction at most, so that the first of them does not wait for ever.</summary>
    public const int LargestGroup = 256;

    private readonly PreparedConnection _connection;
    private readonly Channel<Command> _waiting = Channel.CreateUnbounded<Command>(new() { SingleReader = true });
    private readonly Task _loop;

    public SqliteWriter(PreparedConnection connection)
    {
        _connection = connection;
        _loop = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> run, Action<T>? committed, CancellationToken cancellation)
    {
        var command = new Command<T>(run, committed, cancellation);
        return _waiting.Writer.TryWrite(command)
            ? command.Task
            : Task.FromException<T>(new DatabaseUnavailableException("The database is closing."));
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<Command>(LargestGroup);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var command))
                group.Add(command);
            await CommitAsync(group);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<Command> group)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await _connection.ExecuteAsync("BEGIN IMMEDIATE");
            foreach (var command in group)
                await RunAloneAsync(command);
            await _connection.ExecuteAsync("COMMIT");
        }
        catch (SqliteException error)
        {
            Abandon(group, error);
            return;
        }

        StorageMetrics.Committed(Stopwatch.GetElapsedTime(began), group.Count);
        foreach (var command in group)
            command.Committed();
    }

    private async Task RunAloneAsync(Command command)
    {
        await _connection.ExecuteAsync("SAVEPOINT command");
        if (!await command.RunAsync(_connection))
            await _connection.ExecuteAsync("ROLLBACK TO command");
        await _connection.ExecuteAsync("RELEASE command");
    }

    private void Abandon(List<Command> group, SqliteException error)
    {
        try
        {
            _connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }

        var reason = new DatabaseUnavailableException("The database could not be written: " + error.Message, error);
        foreach (var command in group)
            command.Fail(reason);
    }

    private abstract class Command
    {
        public abstract Task<bool> RunAsync(DbConnection connection);

        public abstract void Committed();

        public abstract void Fail(Exception reason);
    }

    private sealed class Command<T>(Func<DbConnection, Task<T>> run, Action<T>? committed, CancellationToken cancellation) : Command
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Task => _done.Task;

        public override async Task<bool> RunAsync(DbConnection connection)
        {
            if (cancellation.IsCancellationRequested)
            {
                _done.TrySetCanceled(cancellation);
                return true;
            }

            try
            {
                _result = await run(connection);
                return true;
            }
            catch (Exception error) when (!IsOfTheWholeGroup(error))
            {
                _done.TrySetException(error);
                return false;
            }
        }

        public override void Committed()
        {
            if (_done.Task.IsCompleted)
                return;
            committed?.Invoke(_result);
            _done.TrySetResult(_result);
        }

        public override void Fail(Exception reason) => _done.TrySetException(reason);

        // Whatever is not the command's own mistake, such as a full disk, concerns all who wait, and SQLite may have
        // ended the transaction by itself.
        private static bool IsOfTheWholeGroup(Exception error) =>
            error is SqliteException
            {
                SqliteErrorCode: not (raw.SQLITE_CONSTRAINT or raw.SQLITE_ERROR or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE),
            };
    }
}
