using Dapper;

namespace Dialog.Storage.Attachments;

/// <summary>The rows of files in conversations, their bytes in parts.</summary>
public sealed class AttachmentStore(Database database)
{
    private const string Columns = """
        id AS Id, bot_id AS BotId, conversation_id AS ConversationId, name AS Name, type AS Type, size AS Size,
        state AS State, source AS Source, created_at AS CreatedAt
        """;

    public Task AddAsync(Attachment attachment, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                """
                INSERT INTO attachments (id, bot_id, conversation_id, name, type, size, state, source, created_at)
                VALUES (@Id, @BotId, @ConversationId, @Name, @Type, @Size, @State, @Source, @CreatedAt)
                ON CONFLICT (id) DO NOTHING
                """,
                attachment),
            cancellation);

    public Task<Attachment?> FindAsync(string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<Attachment>($"SELECT {Columns} FROM attachments WHERE id = @id", new { id }), cancellation);

    public Task<Attachment?> FindAsync(string botId, string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<Attachment>(
                $"SELECT {Columns} FROM attachments WHERE id = @id AND bot_id = @botId", new { botId, id }),
            cancellation);

    /// <summary>Files of all bots whose bytes a messenger still has.</summary>
    public Task<IReadOnlyList<Attachment>> RemoteAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Attachment>>(
            async c => [.. await c.QueryAsync<Attachment>($"SELECT {Columns} FROM attachments WHERE state = 'remote' ORDER BY created_at")],
            cancellation);

    /// <summary>Keeps a part; one that came before is replaced.</summary>
    public Task WritePartAsync(string id, int part, byte[] bytes, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                """
                INSERT INTO attachment_parts (attachment_id, part, bytes) VALUES (@id, @part, @bytes)
                ON CONFLICT (attachment_id, part) DO UPDATE SET bytes = excluded.bytes
                """,
                new { id, part, bytes }),
            cancellation);

    public Task<byte[]?> PartAsync(string id, int part, CancellationToken cancellation = default) =>
        database.ReadAsync(
            c => c.QuerySingleOrDefaultAsync<byte[]>(
                "SELECT bytes FROM attachment_parts WHERE attachment_id = @id AND part = @part", new { id, part }),
            cancellation);

    /// <summary>All bytes are here: says what they turned out to be.</summary>
    public Task ArrivedAsync(string id, string type, long size, CancellationToken cancellation = default) =>
        database.WriteAsync(
            c => c.ExecuteAsync(
                """
                UPDATE attachments SET type = @type, size = @size, source = NULL,
                    state = CASE WHEN state = 'remote' THEN 'kept' ELSE state END
                WHERE id = @id
                """,
                new { id, type, size }),
            cancellation);

    /// <summary>Gives an uploaded file to a message of its conversation; doing so again changes nothing.</summary>
    /// <returns>Null when the conversation has no such file.</returns>
    public Task<Attachment?> UseAsync(string botId, string conversationId, string id, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                await c.ExecuteAsync(
                    """
                    UPDATE attachments SET state = 'kept'
                    WHERE id = @id AND bot_id = @botId AND conversation_id = @conversationId AND state = 'uploaded' AND size > 0
                    """,
                    new { botId, conversationId, id });
                return await c.QuerySingleOrDefaultAsync<Attachment>(
                    $"""
                    SELECT {Columns} FROM attachments
                    WHERE id = @id AND bot_id = @botId AND conversation_id = @conversationId AND state <> 'uploaded'
                    """,
                    new { botId, conversationId, id });
            },
            cancellation: cancellation);

    public Task DeleteAsync(string id, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                await c.ExecuteAsync("DELETE FROM attachment_parts WHERE attachment_id = @id", new { id });
                await c.ExecuteAsync("DELETE FROM attachments WHERE id = @id", new { id });
            },
            cancellation);

    /// <summary>Deletes uploads from before a moment that no message has.</summary>
    public Task DeleteUnusedAsync(Timestamp before, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async c =>
            {
                await c.ExecuteAsync(
                    """
                    DELETE FROM attachment_parts WHERE attachment_id IN
                        (SELECT id FROM attachments WHERE state = 'uploaded' AND created_at < @before)
                    """,
                    new { before });
                await c.ExecuteAsync("DELETE FROM attachments WHERE state = 'uploaded' AND created_at < @before", new { before });
            },
            cancellation);
}
