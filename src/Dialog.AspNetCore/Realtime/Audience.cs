using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Dialog.AspNetCore.Realtime;

/// <summary>
/// Who reads what: connections by the name of what they read, see <see cref="Topics"/>. SignalR's groups would do,
/// but they wait for, or buffer without bound for, a reader that has stopped reading.
/// </summary>
internal sealed class Audience
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Reader>> _readers = new();
    private readonly ConcurrentDictionary<string, ImmutableHashSet<string>> _topics = new();

    public void Join(string topic, Reader reader)
    {
        _topics.AddOrUpdate(reader.Id, _ => [topic], (_, topics) => topics.Add(topic));
        _readers.AddOrUpdate(
            topic,
            _ => [reader],
            (_, readers) => readers.Any(known => known.Id == reader.Id) ? readers : readers.Add(reader));
    }

    public void Leave(string topic, string connectionId)
    {
        while (_readers.TryGetValue(topic, out var readers))
        {
            var left = readers.RemoveAll(reader => reader.Id == connectionId);
            if (left.IsEmpty ? _readers.TryRemove(new(topic, readers)) : _readers.TryUpdate(topic, left, readers))
                return;
        }
    }

    /// <summary>Forgets a connection that has ended.</summary>
    public void Forget(string connectionId)
    {
        if (!_topics.TryRemove(connectionId, out var topics))
            return;
        foreach (var topic in topics)
            Leave(topic, connectionId);
    }

    /// <summary>Whether anybody reads this.</summary>
    public bool IsRead(string topic) => _readers.ContainsKey(topic);

    /// <summary>Sends to everybody who reads this; the payload is made only when somebody does.</summary>
    public void Push<T>(string topic, string method, Func<T> payload)
    {
        if (!_readers.TryGetValue(topic, out var readers))
            return;
        var json = Payload.Of(payload());
        foreach (var reader in readers)
            reader.Push(method, json);
    }
}
