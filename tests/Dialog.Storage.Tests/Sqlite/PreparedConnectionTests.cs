using Dapper;
using Dialog.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dialog.Storage.Tests.Sqlite;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PreparedConnectionTests : IDisposable
{
    private readonly PreparedConnection _connection = new(new SqliteConnection("Data Source=:memory:"));

    public PreparedConnectionTests()
    {
        _connection.Open();
        _connection.Execute("CREATE TABLE things (name TEXT NOT NULL UNIQUE, size INTEGER NULL)");
    }

    public void Dispose() => _connection.Dispose();

    [Test]
    public async Task TheSameTextTakesNewValuesEachTime()
    {
        foreach (var (name, size) in new (string, int?)[] { ("one", 1), ("two", null), ("three", 3) })
            await _connection.ExecuteAsync("INSERT INTO things (name, size) VALUES (@name, @size)", new { name, size });

        Assert.That(await _connection.QueryAsync<int?>("SELECT size FROM things ORDER BY name"), Is.EqualTo(new int?[] { 1, 3, null }));
    }

    [Test]
    public async Task ManyRowsGoThroughOneStatement()
    {
        await _connection.ExecuteAsync("INSERT INTO things (name) VALUES (@name)", Enumerable.Range(0, 50).Select(i => new { name = $"thing {i}" }));

        Assert.That(await _connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM things"), Is.EqualTo(50));
    }

    [Test]
    public void AStatementIsPreparedOnce()
    {
        var first = _connection.Take("SELECT 1");
        _connection.GiveBack(first);

        Assert.That(_connection.Take("SELECT 1"), Is.SameAs(first));
    }

    [Test]
    public void AStatementInUseIsNotLentTwice()
    {
        using var one = _connection.CreateCommand();
        using var other = _connection.CreateCommand();
        one.CommandText = other.CommandText = "SELECT @value";
        one.Parameters.Add(new SqliteParameter("@value", 1));
        other.Parameters.Add(new SqliteParameter("@value", 2));

        Assert.That((one.ExecuteScalar(), other.ExecuteScalar()), Is.EqualTo((1L, 2L)));
    }

    [Test]
    public void AStatementThatFailedWorksTheNextTime()
    {
        const string Insert = "INSERT INTO things (name) VALUES (@name)";
        _connection.Execute(Insert, new { name = "one" });

        Assert.Throws<SqliteException>(() => _connection.Execute(Insert, new { name = "one" }));

        Assert.That(_connection.Execute(Insert, new { name = "two" }), Is.EqualTo(1));
    }

    [Test]
    public void ATableThatChangedIsReadAsItIsNow()
    {
        _connection.Execute("INSERT INTO things (name) VALUES ('one')");
        Assert.That(_connection.QuerySingle<string>("SELECT name FROM things"), Is.EqualTo("one"));

        _connection.Execute("DROP TABLE things; CREATE TABLE things (id INTEGER, name TEXT); INSERT INTO things VALUES (7, 'seven')");

        Assert.That(_connection.QuerySingle<string>("SELECT name FROM things"), Is.EqualTo("seven"));
    }
}
