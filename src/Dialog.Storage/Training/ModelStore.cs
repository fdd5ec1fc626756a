using Dapper;

namespace Dialog.Storage.Training;

/// <summary>The rows of trained models.</summary>
public sealed class ModelStore(Database database)
{
    /// <summary>Versions of a bot that are kept; older ones are deleted when a new one is added.</summary>
    public const int Kept = 3;

    private const string Columns = """
        version AS Version, revision AS Revision, intents AS Intents, examples AS Examples, format AS Format,
        milliseconds AS Milliseconds, trained_at AS TrainedAt, out_of_scope_share AS OutOfScopeShare
        """;

    /// <summary>The newest model's row; null when the bot was never trained.</summary>
    public Task<ModelVersion?> NewestAsync(string botId, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QueryFirstOrDefaultAsync<ModelVersion>(
                $"SELECT {Columns} FROM models WHERE bot_id = @botId ORDER BY version DESC LIMIT 1", new { botId }),
            cancellation);

    /// <summary>The rows of a bot's models that are kept, newest first.</summary>
    public Task<IReadOnlyList<ModelVersion>> KeptAsync(string botId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<ModelVersion>>(
            async c =>
            [
                .. await c.QueryAsync<ModelVersion>(
                    $"SELECT {Columns} FROM models WHERE bot_id = @botId ORDER BY version DESC", new { botId }),
            ],
            cancellation);

    public Task<byte[]?> BytesAsync(string botId, int version, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<byte[]>(
                "SELECT bytes FROM models WHERE bot_id = @botId AND version = @version", new { botId, version }),
            cancellation);

    /// <summary>Adds a model as the bot's newest version.</summary>
    /// <returns>The row with its version.</returns>
    public Task<ModelVersion> AddAsync(string botId, ModelVersion model, byte[] bytes, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                var version = 1 + await c.ExecuteScalarAsync<int>(
                    "SELECT COALESCE(MAX(version), 0) FROM models WHERE bot_id = @botId", new { botId });
                await c.ExecuteAsync(
                    """
                    INSERT INTO models (bot_id, version, revision, bytes, format, intents, examples, milliseconds, trained_at, out_of_scope_share)
                    VALUES (@botId, @version, @Revision, @bytes, @Format, @Intents, @Examples, @Milliseconds, @TrainedAt, @OutOfScopeShare)
                    """,
                    new
                    {
                        botId, version, model.Revision, bytes, model.Format, model.Intents, model.Examples, model.Milliseconds, model.TrainedAt,
                        model.OutOfScopeShare,
                    });
                await c.ExecuteAsync(
                    "DELETE FROM models WHERE bot_id = @botId AND version <= @old", new { botId, old = version - Kept });
                return model with { Version = version };
            },
            cancellation: cancellation);
}
