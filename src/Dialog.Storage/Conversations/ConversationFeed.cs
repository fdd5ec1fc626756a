using System.Collections.Immutable;

namespace Dialog.Storage.Conversations;

/// <summary>
/// Says, in the order of commits, that a conversation grew. A hint only: who missed it reads the log after its cursor.
/// </summary>
public sealed class ConversationFeed
{
    private ImmutableArray<Action<Appended>> _readers = [];

    /// <summary>Adds a reader for the life of the feed. It runs on the writer's thread and only passes the word on.</summary>
    public void Subscribe(Action<Appended> reader) =>
        ImmutableInterlocked.Update(ref _readers, readers => readers.Add(reader));

    internal void Publish(Appended appended)
    {
        foreach (var reader in _readers)
            reader(appended);
    }
}
