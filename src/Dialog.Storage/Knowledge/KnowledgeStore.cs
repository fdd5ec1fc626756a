using System.Data.Common;
using Dapper;

namespace Dialog.Storage.Knowledge;

/// <summary>The rows of intents, examples and negatives. Every change raises the bot's revision in the same transaction.</summary>
public sealed class KnowledgeStore(Database database, TimeProvider clock)
{
    /// <summary>All a bot knows.</summary>
    public Task<KnowledgeSnapshot> SnapshotAsync(string botId, CancellationToken cancellation = default) =>
        database.ReadAsync(c => SnapshotAsync(c, botId), cancellation);

    /// <summary>
    /// Changes a bot's knowledge in one transaction: <paramref name="change"/> sees what is there and says what to
    /// save and what to delete.
    /// </summary>
    /// <returns>What <paramref name="change"/> gave as its result.</returns>
    public Task<T> ChangeAsync<T>(string botId, Func<KnowledgeSnapshot, KnowledgeChange<T>> change, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                var wanted = change(await SnapshotAsync(c, botId));
                foreach (var intent in wanted.Save)
                    await SaveAsync(c, botId, intent with { UpdatedAt = Timestamp.Now(clock) });
                foreach (var id in wanted.Delete)
                    await DeleteAsync(c, botId, id);
                foreach (var text in wanted.AddNegatives)
                    await AddNegativeAsync(c, botId, text, Timestamp.Now(clock));
                foreach (var id in wanted.DropNegatives)
                    await c.ExecuteAsync("DELETE FROM negatives WHERE bot_id = @botId AND id = @id", new { botId, id });
                if (wanted.ChangesAnything)
                    await c.ExecuteAsync("UPDATE bots SET revision = revision + 1 WHERE id = @botId", new { botId });
                return wanted.Result;
            },
            cancellation: cancellation);

    private static async Task<KnowledgeSnapshot> SnapshotAsync(DbConnection c, string botId)
    {
        var revision = await c.ExecuteScalarAsync<long>("SELECT revision FROM bots WHERE id = @botId", new { botId });
        var examples = (await c.QueryAsync<(string IntentId, string Text)>(
                "SELECT intent_id, text FROM examples WHERE bot_id = @botId ORDER BY intent_id, position", new { botId }))
            .ToLookup(row => row.IntentId, row => row.Text);
        var intents = await c.QueryAsync<Intent>(
            """
            SELECT id AS Id, title AS Title, answer AS Answer, updated_at AS UpdatedAt
            FROM intents WHERE bot_id = @botId ORDER BY position, id
            """,
            new { botId });
        var negatives = await c.QueryAsync<Negative>(
            "SELECT id AS Id, text AS Text FROM negatives WHERE bot_id = @botId ORDER BY added_at, id", new { botId });
        return new KnowledgeSnapshot(revision, [.. intents.Select(intent => intent with { Examples = [.. examples[intent.Id]] })])
        {
            Negatives = [.. negatives],
        };
    }

    private static async Task SaveAsync(DbConnection c, string botId, Intent intent)
    {
        var saved = await c.ExecuteAsync(
            """
            INSERT INTO intents (id, bot_id, title, answer, position, updated_at)
            VALUES (@Id, @botId, @Title, @Answer, (SELECT COALESCE(MAX(position), 0) + 1 FROM intents WHERE bot_id = @botId), @UpdatedAt)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, answer = excluded.answer, updated_at = excluded.updated_at
            WHERE intents.bot_id = excluded.bot_id
            """,
            new { intent.Id, botId, intent.Title, intent.Answer, intent.UpdatedAt });
        if (saved == 0)
            throw new InvalidOperationException("The intent belongs to another bot.");

        await c.ExecuteAsync("DELETE FROM examples WHERE intent_id = @Id", new { intent.Id });
        await c.ExecuteAsync(
            "INSERT INTO examples (bot_id, intent_id, position, text) VALUES (@botId, @Id, @position, @text)",
            intent.Examples.Select((text, position) => new { botId, intent.Id, position, text }));
    }

    private static Task AddNegativeAsync(DbConnection c, string botId, string text, Timestamp now) =>
        c.ExecuteAsync(
            "INSERT INTO negatives (id, bot_id, text, added_at) VALUES (@id, @botId, @text, @now)",
            new { id = RandomId.New(), botId, text, now });

    private static async Task DeleteAsync(DbConnection c, string botId, string id)
    {
        await c.ExecuteAsync("DELETE FROM examples WHERE bot_id = @botId AND intent_id = @id", new { botId, id });
        await c.ExecuteAsync("DELETE FROM intents WHERE bot_id = @botId AND id = @id", new { botId, id });
    }
}

/// <summary>What to save and delete of a bot's knowledge, and what to tell the caller.</summary>
public sealed record KnowledgeChange<T>(T Result, IReadOnlyList<Intent> Save, IReadOnlyList<string> Delete)
{
    /// <summary>A change that changes nothing.</summary>
    public KnowledgeChange(T result) : this(result, [], []) { }

    /// <summary>Messages to remember as answered by no intent.</summary>
    public IReadOnlyList<string> AddNegatives { get; init; } = [];

    /// <summary>Ids of negatives to forget.</summary>
    public IReadOnlyList<string> DropNegatives { get; init; } = [];

    /// <summary>Whether it raises the revision.</summary>
    public bool ChangesAnything => Save.Count + Delete.Count + AddNegatives.Count + DropNegatives.Count > 0;
}
