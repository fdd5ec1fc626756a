using System.Net;
using System.Net.Sockets;
using Dialog.EndToEnd.Hosting;
using Microsoft.Data.Sqlite;

namespace Dialog.EndToEnd.Startup;

/// <summary>A start that cannot succeed says why in one sentence, and says it to the service manager too.</summary>
public sealed class BadStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task A_busy_port_is_named()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        var port = ((IPEndPoint)squatter.LocalEndpoint).Port;

        var (code, errors) = await ServerProcess.RefuseAsync(_folder.File("busy"), $"http://127.0.0.1:{port}");

        AssertOneSentence(code, errors, naming: $"{port}");
    }

    [TestCase("/proc/dialog", TestName = "A_folder_that_cannot_be_made_is_named")]
    [TestCase("a-file/data", TestName = "A_folder_below_a_file_is_named")]
    public async Task An_unusable_folder_is_named(string path)
    {
        await File.WriteAllTextAsync(_folder.File("a-file"), "");
        var folder = Path.Combine(_folder.Path, path);

        var (code, errors) = await ServerProcess.RefuseAsync(folder);

        AssertOneSentence(code, errors, naming: folder);
    }

    [Test]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        var data = _folder.File("newer");
        await using (var server = await ServerProcess.StartAsync(data))
            await server.StopAsync();
        var database = Path.Combine(data, "dialog.db");
        Execute(database, "PRAGMA user_version = 9999");
        var before = await File.ReadAllBytesAsync(database);

        var (code, errors) = await ServerProcess.RefuseAsync(data);

        AssertOneSentence(code, errors, naming: "9999");
        Assert.That(await File.ReadAllBytesAsync(database), Is.EqualTo(before));
    }

    [Test]
    public async Task A_folder_that_another_server_uses_is_named()
    {
        var data = _folder.File("shared");
        await using var first = await ServerProcess.StartAsync(data);

        var (code, errors) = await ServerProcess.RefuseAsync(data);

        AssertOneSentence(code, errors, naming: data);
    }

    private static void AssertOneSentence(int code, string errors, string naming)
    {
        Assert.That(code, Is.Not.Zero);
        Assert.That(errors, Does.Not.Contain('\n').And.Not.Contain("Exception"), "One line, for a person.");
        Assert.That(errors, Does.Contain(naming).And.Match(@"[.。]$"));
    }

    private static void Execute(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
