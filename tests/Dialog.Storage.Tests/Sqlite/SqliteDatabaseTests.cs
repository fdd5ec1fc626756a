using Dapper;
using Dialog.Storage.Sqlite;
using Dialog.Tests;
using Microsoft.Data.Sqlite;

namespace Dialog.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteDatabaseTests : DatabaseContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private protected override Database Create() => new SqliteDatabase(_folder.File(TestContext.CurrentContext.Test.ID));

    [Test]
    public async Task ASecondProcessIsKeptOutOfTheFolder()
    {
        var second = Create();

        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => second.OpenAsync());

        Assert.That(refused!.Message, Does.StartWith("Another Dialog server is using the data folder"));
    }

    [Test]
    public async Task ADatabaseOfANewerVersionIsRefusedAndLeftAlone()
    {
        var folder = _folder.File("newer");
        await using (var first = new SqliteDatabase(folder))
            await first.OpenAsync();
        using (var hand = new SqliteConnection($"Data Source={folder}/dialog.db;Pooling=False"))
            await hand.ExecuteAsync("PRAGMA user_version = 9999");

        await using var database = new SqliteDatabase(folder);
        var refused = await Assert.ThrowsAsync<DatabaseTooNewException>(() => database.OpenAsync());

        Assert.That(refused!.Found, Is.EqualTo(9999));
    }

    [Test]
    public async Task NotesOfAnOlderDatabaseAreReadAsPartOfAnEventsData()
    {
        var folder = _folder.File("older");
        Directory.CreateDirectory(folder);
        using (var hand = new SqliteConnection($"Data Source={folder}/dialog.db;Pooling=False"))
        {
            await hand.OpenAsync();
            var first = Migrations.Migration.All(blobType: "BLOB")[0];
            await hand.ExecuteAsync(first.Sql);
            await hand.ExecuteAsync("PRAGMA user_version = 1; PRAGMA foreign_keys = OFF");
            await hand.ExecuteAsync(
                """
                INSERT INTO events (conversation_id, sequence, bot_id, at, kind, author, data)
                VALUES ('c', 1, 'b', 0, 'message', 'visitor', '{"outcome":"answer","confidence":1}'), ('c', 2, 'b', 0, 'message', 'bot', NULL)
                """);
        }

        await using var database = new SqliteDatabase(folder);
        await database.OpenAsync();

        var data = await database.ReadAsync(c => c.QueryAsync<string?>("SELECT data FROM events ORDER BY sequence"));
        Assert.That(data, Is.EqualTo(new[] { """{"match":{"outcome":"answer","confidence":1}}""", null }));
    }

    [Test]
    public async Task AFolderThatCannotBeMadeIsNamed()
    {
        var file = _folder.File("file");
        File.WriteAllText(file, "");
        var database = new SqliteDatabase(Path.Combine(file, "data"));

        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.OpenAsync());

        Assert.That(refused!.Message, Does.Contain(file));
    }

    [Test]
    public async Task EveryCommitWaitsForTheDisk()
    {
        await using var database = new SqliteDatabase(_folder.File("settings"));
        await database.OpenAsync();

        var (journal, synchronous) = await database.WriteAsync(async c => (
            await c.ExecuteScalarAsync<string>("PRAGMA journal_mode"),
            await c.ExecuteScalarAsync<int>("PRAGMA synchronous")));

        Assert.Multiple(() =>
        {
            Assert.That(journal, Is.EqualTo("wal"));
            Assert.That(synchronous, Is.EqualTo(2), "2 is FULL");
        });
    }
}
