using Dapper;
using Dialog.Tests;

namespace Dialog.Storage.Tests;

/// <summary>What every database behind <see cref="Database"/> promises.</summary>
public abstract class DatabaseContract
{
    private Database _database = null!;

    private protected abstract Database Create();

    [SetUp]
    public async Task Open()
    {
        _database = Create();
        await _database.OpenAsync();
    }

    [TearDown]
    public ValueTask Close() => _database.DisposeAsync();

    [Test]
    public async Task WhatWasWrittenIsRead()
    {
        await Add("a");

        Assert.That(await Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task AFailingCommandFailsAlone()
    {
        var commands = Enumerable.Range(0, 200).Select(i => i % 10 == 3 ? AddThenFail($"key{i}") : Add($"key{i}")).ToList();

        var failures = 0;
        foreach (var command in commands)
        {
            try
            {
                await command;
            }
            catch (InvalidOperationException)
            {
                failures++;
            }
        }

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(failures, Is.EqualTo(20));
            Assert.That(await Count(), Is.EqualTo(180));
        });
    }

    [Test]
    public async Task CommittedIsHeardInOrderAndBeforeTheCallerGoesOn()
    {
        var heard = new List<int>();

        var commands = Enumerable.Range(0, 100)
            .Select(i => _database.WriteAsync(_ => Task.FromResult(i), committed: heard.Add))
            .ToList();
        await Task.WhenAll(commands);

        Assert.That(heard, Is.EqualTo(Enumerable.Range(0, 100)));
    }

    [Test]
    public async Task ACommandThatIsCancelledWhileItWaitsIsNotRun()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(
            () => _database.WriteAsync<int>(async c => await c.ExecuteAsync("DELETE FROM keys"), null, cancelled.Token));
        Assert.That(await Count(), Is.Zero);
    }

    [Test]
    public async Task OpeningAgainFindsEverything()
    {
        await Add("kept");
        await _database.DisposeAsync();
        _database = Create();
        await _database.OpenAsync();

        Assert.That(await Count(), Is.EqualTo(1));
    }

    private Task<int> Add(string name) =>
        _database.WriteAsync(c => c.ExecuteAsync("INSERT INTO keys (name, xml) VALUES (@name, 'x')", new { name }));

    private Task<int> AddThenFail(string name) =>
        _database.WriteAsync<int>(async c =>
        {
            await c.ExecuteAsync("INSERT INTO keys (name, xml) VALUES (@name, 'x')", new { name });
            throw new InvalidOperationException("on purpose");
        });

    private Task<int> Count() => _database.ReadAsync(c => c.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM keys"));
}
