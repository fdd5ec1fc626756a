using Dapper;

namespace Dialog.Storage.Keys;

/// <summary>The keys that protect cookies and tokens, so that a restart signs nobody out.</summary>
public sealed class KeyStore(Database database)
{
    public Task<IReadOnlyList<string>> AllAsync() =>
        database.ReadAsync<IReadOnlyList<string>>(async c => [.. await c.QueryAsync<string>("SELECT xml FROM keys ORDER BY name")]);

    public Task AddAsync(string name, string xml) =>
        database.WriteAsync(c => c.ExecuteAsync("INSERT INTO keys (name, xml) VALUES (@name, @xml)", new { name, xml }));
}
