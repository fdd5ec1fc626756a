using Dapper;

namespace Dialog.Storage.Digests;

/// <summary>The rows of questions that bots did not know.</summary>
public sealed class QuestionStore(Database database, TimeProvider clock)
{
    private const string Columns = "id AS Id, bot_id AS BotId, question_key AS Key, text AS Text, is_settled AS IsSettled";

    /// <summary>Keeps questions, each once; those that are known already keep their ids and what became of them.</summary>
    /// <returns>The questions as they are kept, in the order given.</returns>
    public Task<IReadOnlyList<DigestQuestion>> KeepAsync(IReadOnlyList<DigestQuestion> questions, CancellationToken cancellation = default) =>
        database.WriteAsync<IReadOnlyList<DigestQuestion>>(
            async c =>
            {
                var kept = new List<DigestQuestion>(questions.Count);
                foreach (var question in questions)
                    kept.Add(await c.QuerySingleAsync<DigestQuestion>(
                        $"""
                        INSERT INTO digest_questions (id, bot_id, question_key, text, is_settled, seen_at)
                        VALUES (@Id, @BotId, @Key, @Text, @IsSettled, @now)
                        ON CONFLICT (bot_id, question_key) DO UPDATE SET seen_at = excluded.seen_at
                        RETURNING {Columns}
                        """,
                        new { question.Id, question.BotId, question.Key, question.Text, question.IsSettled, now = Timestamp.Now(clock) }));
                return kept;
            },
            cancellation: cancellation);

    public Task<DigestQuestion?> FindAsync(string botId, string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<DigestQuestion>(
                $"SELECT {Columns} FROM digest_questions WHERE id = @id AND bot_id = @botId", new { botId, id }),
            cancellation);

    /// <summary>The keys of a bot's questions that need nobody any more.</summary>
    public Task<IReadOnlyList<string>> SettledAsync(string botId, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async c => [.. await c.QueryAsync<string>("SELECT question_key FROM digest_questions WHERE bot_id = @botId AND is_settled", new { botId })],
            cancellation);

    public Task SettleAsync(DigestQuestion question, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync("UPDATE digest_questions SET is_settled = @settled WHERE id = @Id AND bot_id = @BotId", new { question.Id, question.BotId, settled = true }),
            cancellation);

    /// <summary>Forgets what nobody has asked since a moment.</summary>
    public Task PruneAsync(Timestamp before, CancellationToken cancellation = default) =>
        database.WriteAsync(c => c.ExecuteAsync("DELETE FROM digest_questions WHERE seen_at < @before", new { before }), cancellation);
}
